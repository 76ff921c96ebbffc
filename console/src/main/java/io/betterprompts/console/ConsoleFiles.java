package io.betterprompts.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The console's files by the path they answer at. Nothing else on the class path can be asked for. */
public final class ConsoleFiles {

    /** No segment begins with a dot, so that no path leads out of the folder. */
    private static final Pattern ASSET = Pattern.compile("/assets(/[a-z0-9][a-z0-9.-]*)+");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final Map<String, String> headers;

    public ConsoleFiles() {
        this.headers = readHeaders();
    }

    /** What each answer with a file says besides its type and tag, whoever serves it. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The file that a path means; the page itself is at {@code /}. */
    public Optional<ConsoleFile> find(String path) {
        if (path.equals("/")) {
            return read("/index.html");
        }
        return ASSET.matcher(path).matches() ? read(path) : Optional.empty();
    }

    private static Optional<ConsoleFile> read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = type == null ? null : open("/console" + name)) {
            return in == null || type == null ? Optional.empty() : Optional.of(ConsoleFile.of(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String resource) {
        return ConsoleFiles.class.getResourceAsStream(resource);
    }

    private static Map<String, String> readHeaders() {
        Properties properties = new Properties();
        try (InputStream in = open("headers.properties")) {
            if (in == null) {
                throw new IllegalStateException("headers.properties is not on the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> headers = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> headers.put(name, properties.getProperty(name)));
        return Map.copyOf(headers);
    }
}
