package io.betterprompts.engine;

/** Token counts under one encoding; {@code enhanced} is {@code original + added}. */
public record TokenReport(int original, int enhanced, int added, String encoding) {}
