package io.betterprompts.enhance;

import io.betterprompts.engine.RuleSet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The rules of a deployment: those that ship with the engine, and its own on top of them. */
final class DeploymentRules {

    private static final String CLASS_PATH = "classpath:";

    private DeploymentRules() {}

    /**
     * Reads them. An overlay that is missing or wrong keeps the function from starting.
     *
     * @param overlay a file, or {@code classpath:} and a resource
     * @throws io.betterprompts.engine.data.InvalidRules with file and line, if the overlay is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    static RuleSet load(Optional<String> overlay) {
        RuleSet bundled = RuleSet.bundled();
        return overlay.map(location -> bundled.with(location, text(location))).orElse(bundled);
    }

    private static String text(String location) {
        try (InputStream in = open(location)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("RULES_OVERLAY: cannot read " + location, e);
        }
    }

    private static InputStream open(String location) throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            return Files.newInputStream(Path.of(location));
        }
        String resource = location.substring(CLASS_PATH.length());
        InputStream in = DeploymentRules.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException("no " + resource + " on the class path");
        }
        return in;
    }
}
