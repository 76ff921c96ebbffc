package io.betterprompts.load;

import java.util.List;

/**
 * One kind of request; milliseconds, of all answers whatever they were.
 *
 * @param answered with what was expected
 * @param failed answered otherwise, or not at all
 */
record Figures(String name, long answered, long failed, long p50, long p95, long p99) {

    /** @param cells as Gatling has them: all, answered, failed, percent, a second, least, 50 %, 75 %, 95 %, 99 %, most, … */
    static Figures of(String name, List<String> cells) {
        return new Figures(name, whole(cells, 1), whole(cells, 2), whole(cells, 6), whole(cells, 8), whole(cells, 9));
    }

    private static long whole(List<String> cells, int place) {
        String digits = cells.get(place).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
