package io.betterprompts.engine.prompt;

import io.betterprompts.engine.prompt.Span.Kind;
import io.betterprompts.engine.prompt.Words.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The complexity of a prompt: a point each for more than 40 and more than 120 words of instruction, for three and for six list items,
 * for a second question, for material to work on, and for four numbers or more. Up to one point is simple, up to three moderate.
 */
final class ComplexityMeasure {

    private ComplexityMeasure() {}

    static Complexity of(String zone, List<Word> words, Set<String> signals, Map<String, List<String>> details) {
        long items = zone.lines()
                .filter(line -> LineKind.of(line, 0, line.length()) == Kind.LIST)
                .count();
        long questions = zone.chars().filter(c -> "?？؟".indexOf(c) >= 0).count();
        int numbers = details.getOrDefault("numbers", List.of()).size();
        return of(size(words), items, questions, signals.contains(Signals.MATERIAL), numbers);
    }

    static Complexity of(int words, long listItems, long questions, boolean material, int numbers) {
        int points = point(words > 40)
                + point(words > 120)
                + point(listItems >= 3)
                + point(listItems >= 6)
                + point(questions > 1)
                + point(material)
                + point(numbers >= 4);
        return points <= 1 ? Complexity.SIMPLE : points <= 3 ? Complexity.MODERATE : Complexity.COMPLEX;
    }

    /** How many words; a run of a script without spaces counts as a word for each two characters. */
    static int size(List<Word> words) {
        return words.stream().mapToInt(ComplexityMeasure::size).sum();
    }

    private static int size(Word word) {
        return Words.unspaced(word.text().charAt(0)) ? (word.text().length() + 1) / 2 : 1;
    }

    private static int point(boolean earned) {
        return earned ? 1 : 0;
    }
}
