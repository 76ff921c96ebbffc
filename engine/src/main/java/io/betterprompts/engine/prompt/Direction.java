package io.betterprompts.engine.prompt;

/**
 * How the next version should differ.
 *
 * @param kind what was understood, such as {@code shorter}, or {@code own} for a wish that is passed on in the user's words
 * @param words the user's words that go with it: the audience, the code of the language, or the whole wish
 */
public record Direction(String kind, String words) {}
