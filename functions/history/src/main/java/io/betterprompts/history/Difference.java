package io.betterprompts.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Where two lists differ: items of the one from start to end, and what the other has in their place. */
record Difference(int oldStart, int oldEnd, int newStart, int newEnd) {

    /** All differences in order, by Myers' algorithm in its form that needs little memory; none touches the next. */
    static List<Difference> all(List<String> from, List<String> to) {
        List<Difference> all = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Difference next = of(delta);
            if (!all.isEmpty() && all.getLast().touches(next)) {
                all.add(all.removeLast().and(next));
            } else {
                all.add(next);
            }
        }
        return all;
    }

    private static Difference of(AbstractDelta<String> delta) {
        int old = delta.getSource().getPosition();
        int changed = delta.getTarget().getPosition();
        return new Difference(
                old,
                old + delta.getSource().size(),
                changed,
                changed + delta.getTarget().size());
    }

    private boolean touches(Difference next) {
        return oldEnd == next.oldStart && newEnd == next.newStart;
    }

    private Difference and(Difference next) {
        return new Difference(oldStart, next.oldEnd, newStart, next.newEnd);
    }

    List<String> old(List<String> from) {
        return from.subList(oldStart, oldEnd);
    }

    List<String> changed(List<String> to) {
        return to.subList(newStart, newEnd);
    }
}
