package io.betterprompts.engine.prompt;

import java.util.Set;

/**
 * How the next version should differ.
 *
 * @param kind what was understood, one of {@link #KINDS}; {@code own} is a wish that is passed on in the user's words
 * @param words the user's words that go with it: the audience, the code of the language, or the whole wish
 */
public record Direction(String kind, String words) {

    public static final Set<String> KINDS = Set.of(
            "shorter",
            "longer",
            "simpler",
            "formal",
            "casual",
            "table",
            "bullets",
            "steps",
            "examples",
            "audience",
            "language",
            "own");
}
