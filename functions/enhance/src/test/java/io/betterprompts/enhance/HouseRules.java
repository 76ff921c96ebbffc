package io.betterprompts.enhance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Rules somebody could write: one technique of their own, one switched off. */
final class HouseRules {

    static final String PLACE = "classpath:house-rules.yaml";
    static final String YAML = read();

    private HouseRules() {}

    private static String read() {
        try (InputStream in = requireNonNull(HouseRules.class.getResourceAsStream("/house-rules.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
