package io.betterprompts.planted;

/** Stands for the facade. */
public final class Facade {}
