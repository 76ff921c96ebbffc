package io.betterprompts.common.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for an order of steps in which a {@link SequentialModel} answers as was answered. */
final class StorySearch<D> {

    /** From here no order leads to the end, or it is being looked for. */
    private final Set<Point<D>> tried = new HashSet<>();

    private record Point<D>(SequentialModel<D> model, List<Step<D>> left) {}

    boolean finds(SequentialModel<D> model, List<Step<D>> left) {
        if (left.isEmpty()) {
            return true;
        }
        if (!tried.add(new Point<>(model, left))) {
            return false;
        }
        long firstAnswer = left.stream().mapToLong(Step::answered).min().orElseThrow();
        return left.stream()
                .filter(step -> step.asked() <= firstAnswer)
                .anyMatch(step -> model.after(step.deed())
                        .map(next -> finds(next, without(left, step)))
                        .orElse(false));
    }

    private static <D> List<Step<D>> without(List<Step<D>> steps, Step<D> step) {
        List<Step<D>> others = new ArrayList<>(steps);
        others.remove(step);
        return others;
    }
}
