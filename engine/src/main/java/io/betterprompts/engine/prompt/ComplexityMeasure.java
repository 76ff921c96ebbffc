package io.betterprompts.engine.prompt;

/**
 * The complexity of a prompt: a point each for more than 40 and more than 120 words of instruction, for three and for six list items,
 * for a second task or question, for material to work on, and for four numbers or more. Up to one point is simple, up to three moderate.
 */
final class ComplexityMeasure {

    private ComplexityMeasure() {}

    static Complexity of(int words, int listItems, int tasks, boolean material, int numbers) {
        int points = point(words > 40)
                + point(words > 120)
                + point(listItems >= 3)
                + point(listItems >= 6)
                + point(tasks > 1)
                + point(material)
                + point(numbers >= 4);
        return points <= 1 ? Complexity.SIMPLE : points <= 3 ? Complexity.MODERATE : Complexity.COMPLEX;
    }

    private static int point(boolean earned) {
        return earned ? 1 : 0;
    }
}
