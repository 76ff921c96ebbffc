package io.betterprompts.local.drill;

/**
 * What a look into the database found.
 *
 * @param lost writes that were acknowledged and are not there
 * @param doubled writes that are there more than once
 * @param broken rows that contradict each other
 */
record Findings(int lost, int doubled, int broken) {

    Findings and(Findings others) {
        return new Findings(lost + others.lost, doubled + others.doubled, broken + others.broken);
    }
}
