package io.betterprompts.engine.select;

import java.util.Locale;

/** Kinds of target model that the evidence tells apart. */
public enum ModelClass {
    STANDARD,
    /** Reasons by itself before it answers. */
    REASONING,
    SMALL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The class of a {@link #label()}.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public static ModelClass of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
