package io.betterprompts.planted.select;

/** Stands for a later stage's type. */
public final class Later {}
