package io.betterprompts.history.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How likely an edit is to be kept, after what was counted: the posterior of a beta distribution whose prior is uniform.
 *
 * @param n how many edits were judged
 * @param mean null while unknown
 * @param interval the central 95 %; null while unknown
 */
record Estimate(
        long n,
        long kept,
        State state,
        @Nullable Double mean,
        @Nullable Interval interval) {

    /** Of alpha and of beta: before anything was counted, every probability is as likely as every other. */
    static final double PRIOR = 1;

    /** Below so many judged edits an estimate would say next to nothing. */
    static final int LEAST_JUDGED = 20;

    /** Below so many users, numbers of theirs could tell what one of them did. */
    static final int LEAST_USERS = 5;

    enum State {
        @JsonProperty("known")
        KNOWN,
        @JsonProperty("unknown")
        UNKNOWN
    }

    record Interval(double low, double high) {}

    static Estimate own(Counts counts) {
        return counts.n() < LEAST_JUDGED
                ? new Estimate(counts.n(), counts.kept(), State.UNKNOWN, null, null)
                : known(counts);
    }

    /** Tells no number at all before enough users have judged enough. */
    static Estimate shared(Counts counts) {
        return counts.n() < LEAST_JUDGED || counts.users() < LEAST_USERS
                ? new Estimate(0, 0, State.UNKNOWN, null, null)
                : known(counts);
    }

    private static Estimate known(Counts counts) {
        Beta posterior = new Beta(PRIOR + counts.kept(), PRIOR + counts.removed());
        return new Estimate(
                counts.n(),
                counts.kept(),
                State.KNOWN,
                rounded(posterior.mean()),
                new Interval(rounded(posterior.quantile(0.025)), rounded(posterior.quantile(0.975))));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
