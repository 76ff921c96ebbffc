package io.betterprompts.infra;

import java.util.List;

/**
 * What one enhancement takes, beside what is there anyway. Nothing of it was measured on AWS: the engine's share was
 * measured (docs/engine.md), everything else is an assumption.
 *
 * @param otherRequests that come with one enhancement: logins, history, templates
 * @param enhanceMillis billed for it
 * @param otherMillis billed for one other request
 * @param restoredShare of all requests, those that a new environment is restored for
 * @param restoreMillis billed for that
 * @param cacheReads units of DynamoDB for one request
 * @param cacheWrites likewise
 * @param enhanceCacheWrites further ones for an enhancement, which keeps its result
 * @param logBytes of one request, in all logs together
 * @param answerBytes of one request
 * @param storedBytes of one enhancement in the database, with indexes
 * @param storedMonths that it stays there
 */
record Workload(
        double otherRequests,
        double enhanceMillis,
        double otherMillis,
        double restoredShare,
        double restoreMillis,
        double cacheReads,
        double cacheWrites,
        double enhanceCacheWrites,
        double logBytes,
        double answerBytes,
        double storedBytes,
        double storedMonths) {

    static final double SECONDS_OF_A_MONTH = 730 * 3600;

    /** X-Ray records the first request of each second and one in twenty of the others. */
    static final double TRACED_SHARE = 0.05;

    /** What operations, intents, techniques and stages are in use; CloudWatch asks for those that have had a value. */
    private static final double METRICS = 100;

    static Workload assumed() {
        return new Workload(1, 60, 60, 0.05, 1000, 2, 1, 5, 1_400, 5_000, 8_000, 12);
    }

    double requests(double enhancements) {
        return enhancements * (1 + otherRequests);
    }

    double metrics(double enhancements) {
        return enhancements > 0 ? METRICS : 0;
    }

    /** @param enhanceMb memory of the function that enhances; the others have it too at most */
    double gbSeconds(double enhancements, int enhanceMb) {
        double millis =
                enhanceMillis + otherRequests * otherMillis + (1 + otherRequests) * restoredShare * restoreMillis;
        return enhancements * millis / 1000 * enhanceMb / 1024;
    }

    double traces(double enhancements) {
        double requests = requests(enhancements);
        double first = Math.min(requests, SECONDS_OF_A_MONTH);
        return first + TRACED_SHARE * (requests - first);
    }

    double storedGb(double enhancements) {
        return enhancements * storedMonths * storedBytes / 1e9;
    }

    /** Rows of a table: what is assumed, how much, and why. */
    List<String> rows() {
        return List.of(
                "| other requests for each enhancement | %s | a guess: some logins, reading history, templates |"
                        .formatted(number(otherRequests)),
                "| an enhancement on Lambda, billed | %s ms | the engine takes 9.3 ms of it for 2,000 characters on the machine of [engine.md](engine.md#how-long-it-takes); the rest, for the database and the cache, is a guess |"
                        .formatted(number(enhanceMillis)),
                "| another request | %s ms | a guess; a login hashes a password, which alone takes some 400 ms, but is rare |"
                        .formatted(number(otherMillis)),
                "| requests that wait for a snapshot to be restored | %s %%, %s ms | a guess |"
                        .formatted(number(100 * restoredShare), number(restoreMillis)),
                "| units of DynamoDB for a request | %s read, %s written | the session and a rate limit |"
                        .formatted(number(cacheReads), number(cacheWrites)),
                "| and for an enhancement | %s written | a result of up to 5 KB is kept |"
                        .formatted(number(enhanceCacheWrites)),
                "| logs of a request | %s bytes | a line of ours, which for an enhancement in `prod` has some 1,500; three of Lambda's, one of the API's |"
                        .formatted(number(logBytes)),
                "| metrics of our own, `prod` alone | %s | the operations, intents and techniques in use, and the stages; few have a value in each hour at low load, and cost less then |"
                        .formatted(number(METRICS)),
                "| traces | the first request of a second and %s %% of the others | X-Ray's default |"
                        .formatted(number(100 * TRACED_SHARE)),
                "| an answer | %s bytes | a guess |".formatted(number(answerBytes)),
                "| an enhancement in the database | %s bytes for %s months | a guess |"
                        .formatted(number(storedBytes), number(storedMonths)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
