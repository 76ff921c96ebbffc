package io.betterprompts.history.feedback;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What feedback says of techniques, by intent and model class. */
record Effectiveness(Prior prior, int unknownBelow, List<Item> items) {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::technique).thenComparing(Cell::intent).thenComparing(Cell::modelClass);

    record Prior(double alpha, double beta) {}

    /**
     * One technique for one intent and one model class.
     *
     * @param own by the caller's feedback
     * @param shared by that of everyone who shares it
     */
    record Item(@JsonUnwrapped Cell cell, Estimate own, Estimate shared) {}

    /** Cells of which nothing can be told are left out. */
    static Effectiveness of(Map<Cell, Counts> own, Map<Cell, Counts> shared) {
        Set<Cell> cells = new HashSet<>(own.keySet());
        cells.addAll(shared.keySet());
        List<Item> items = cells.stream()
                .sorted(ORDER)
                .map(cell -> new Item(
                        cell,
                        Estimate.own(own.getOrDefault(cell, Counts.NONE)),
                        Estimate.shared(shared.getOrDefault(cell, Counts.NONE))))
                .filter(item -> item.own().n() > 0 || item.shared().n() > 0)
                .toList();
        return new Effectiveness(new Prior(Estimate.PRIOR, Estimate.PRIOR), Estimate.LEAST_JUDGED, items);
    }
}
