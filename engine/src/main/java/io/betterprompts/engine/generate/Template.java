package io.betterprompts.engine.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The text of an edit with {@code {values}} in it; {@code {Value}} begins with a capital. Where a text has more lines than one, the
 * first has no value, so that it can be recognised.
 */
final class Template {

    /** Where the Korean, Chinese and Japanese scripts begin. */
    private static final int FIRST_SYLLABLE = 0x1100;

    private final List<String> literals = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /**
     * @throws IllegalArgumentException if a brace is not closed
     */
    Template(String text) {
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a brace is not closed in: " + text);
            }
            literals.add(text.substring(at, open));
            values.add(text.substring(open + 1, close));
            at = close + 1;
        }
        literals.add(text.substring(at));
    }

    /** The names of the values in lower case. */
    List<String> names() {
        return values.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** How many characters are the same in every edit made of this; one that stands for a syllable or a word counts twice. */
    int fixed() {
        return literals.stream()
                .flatMapToInt(String::chars)
                .map(c -> c < FIRST_SYLLABLE ? 1 : 2)
                .sum();
    }

    /** The text with its values, or nothing if one of them is not known. */
    Optional<String> fill(Map<String, String> known) {
        StringBuilder filled = new StringBuilder(literals.getFirst());
        for (int at = 0; at < values.size(); at++) {
            String name = values.get(at);
            String value = known.get(name.toLowerCase(Locale.ROOT));
            if (value == null || value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(Character.isUpperCase(name.charAt(0)) ? capitalised(value) : value)
                    .append(literals.get(at + 1));
        }
        return Optional.of(filled.toString());
    }

    boolean hasManyLines() {
        return literals.getFirst().indexOf('\n') >= 0;
    }

    /** What stands before the first value. */
    String first() {
        return literals.getFirst();
    }

    /** What stands after the last value; the same as {@link #first()} if there is none. */
    String last() {
        return literals.getLast();
    }

    /** Of a text of many lines the first one, which has no value. */
    String firstLine() {
        return first().substring(0, first().indexOf('\n'));
    }

    /** Whether a line could have been made of this; a text of many lines is known by its first line instead. */
    boolean made(String line) {
        if (values.isEmpty()) {
            return line.equals(literals.getFirst());
        }
        String last = literals.getLast();
        int end = line.length() - last.length();
        return line.startsWith(literals.getFirst())
                && end > literals.getFirst().length()
                && line.endsWith(last)
                && holdsInner(line, end);
    }

    private boolean holdsInner(String line, int end) {
        int at = literals.getFirst().length() + 1;
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = line.indexOf(literal, at);
            if (found < 0 || found + literal.length() >= end) {
                return false;
            }
            at = found + literal.length() + 1;
        }
        return at <= end;
    }

    /** As it is written in its file. */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder(literals.getFirst());
        for (int at = 0; at < values.size(); at++) {
            written.append('{').append(values.get(at)).append('}').append(literals.get(at + 1));
        }
        return written.toString();
    }

    private static String capitalised(String value) {
        int first = value.offsetByCodePoints(0, 1);
        return value.substring(0, first).toUpperCase(Locale.ROOT) + value.substring(first);
    }
}
