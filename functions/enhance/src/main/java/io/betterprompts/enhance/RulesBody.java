package io.betterprompts.enhance;

/** The body of the operations on rules somebody thinks of using: YAML, as the settings would hold it. */
record RulesBody(String rules) {}
