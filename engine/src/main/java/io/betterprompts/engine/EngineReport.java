package io.betterprompts.engine;

/** What made a reply: with all three the same, the same request gets the same reply. */
public record EngineReport(String version, String rules, String model) {}
