package io.betterprompts.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The rule files that ship with the engine, read as UTF-8 from {@code /betterprompts/}. */
public final class Resources {

    private Resources() {}

    /**
     * The text of one file.
     *
     * @throws IllegalStateException if the engine was packaged without it
     */
    public static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/betterprompts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the engine was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
