package io.betterprompts.enhance;

/** The same by the rules in force, and by those somebody thinks of using. */
record Compared<T>(T current, T candidate) {}
