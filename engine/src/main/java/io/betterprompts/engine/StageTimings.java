package io.betterprompts.engine;

/** Wall-clock milliseconds per stage. */
public record StageTimings(double parse, double classify, double select, double generate, double check, double total) {}
