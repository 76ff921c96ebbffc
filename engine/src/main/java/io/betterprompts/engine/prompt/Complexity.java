package io.betterprompts.engine.prompt;

/** How much a prompt asks for at once; see {@link ComplexityMeasure} for the formula. */
public enum Complexity {
    SIMPLE,
    MODERATE,
    COMPLEX
}
