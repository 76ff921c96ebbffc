package io.betterprompts.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What leads from one text to another, word by word: what is equal and deleted is the one, what is equal and inserted the
 * other. Very different long texts are compared by lines first, and told as replaced where that is still too much work.
 */
final class TextDifference {

    enum Operation {
        EQUAL,
        DELETE,
        INSERT
    }

    /** A piece of one text or of both. */
    record Step(Operation op, String text) {}

    private final List<Step> steps = new ArrayList<>();

    private TextDifference() {}

    static List<Step> between(String from, String to) {
        TextDifference difference = new TextDifference();
        difference.compare(Words.of(from), Words.of(to), difference::replace, difference::byLines);
        return List.copyOf(difference.steps);
    }

    /** By lines, and those that differ by words. */
    private void byLines(List<String> from, List<String> to) {
        compare(
                Words.lines(String.join("", from)),
                Words.lines(String.join("", to)),
                (old, changed) -> compare(words(old), words(changed), this::replace, this::replace),
                this::replace);
    }

    private static List<String> words(List<String> lines) {
        return Words.of(String.join("", lines));
    }

    /**
     * Compares what stands between the common beginning and the common end.
     *
     * @param different what to do with pieces that differ
     * @param tooLong takes over where finding those would be too much work
     */
    private void compare(
            List<String> from,
            List<String> to,
            BiConsumer<List<String>, List<String>> different,
            BiConsumer<List<String>, List<String>> tooLong) {
        Sameness same = Sameness.of(from, to);
        add(Operation.EQUAL, same.head(from));
        if (same.isWorthComparing()) {
            myers(same.middle(from), same.middle(to), different);
        } else {
            tooLong.accept(same.middle(from), same.middle(to));
        }
        add(Operation.EQUAL, same.tail(from));
    }

    private void myers(List<String> from, List<String> to, BiConsumer<List<String>, List<String>> different) {
        int told = 0;
        for (Difference difference : Difference.all(from, to)) {
            add(Operation.EQUAL, from.subList(told, difference.oldStart()));
            different.accept(difference.old(from), difference.changed(to));
            told = difference.oldEnd();
        }
        add(Operation.EQUAL, from.subList(told, from.size()));
    }

    private void replace(List<String> old, List<String> changed) {
        add(Operation.DELETE, old);
        add(Operation.INSERT, changed);
    }

    /** Neighbours of one kind become one step. */
    private void add(Operation op, List<String> pieces) {
        String text = String.join("", pieces);
        if (text.isEmpty()) {
            return;
        }
        if (!steps.isEmpty() && steps.getLast().op() == op) {
            steps.set(steps.size() - 1, new Step(op, steps.getLast().text() + text));
        } else {
            steps.add(new Step(op, text));
        }
    }
}
