package io.betterprompts.planted.history;

/** What belongs to one function. */
public record Version(int number) {}
