package io.betterprompts.history.feedback;

/**
 * How edits of one technique were judged, for one intent and one model class.
 *
 * @param users how many judged them
 */
record Counts(long kept, long removed, long users) {

    static final Counts NONE = new Counts(0, 0, 0);

    long n() {
        return kept + removed;
    }
}
