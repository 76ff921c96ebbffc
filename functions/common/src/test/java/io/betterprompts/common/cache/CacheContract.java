package io.betterprompts.common.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.cache.Cache.Bounds;
import io.betterprompts.common.cache.Cache.Count;
import io.betterprompts.common.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each adapter of {@link Cache} promises. */
public abstract class CacheContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Bounds ANY = new Bounds(0, Long.MAX_VALUE / 2);

    /** Today's, because DynamoDB deletes by its own clock what is long over. */
    private final MutableClock clock = new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    private final String key = "contract:" + UUID.randomUUID();
    private Cache cache;

    protected abstract Cache cache(MutableClock clock);

    @BeforeEach
    void makeCache() {
        cache = cache(clock);
    }

    @Test
    void holdsNothingAtFirst() {
        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void givesBackWhatWasPutByteForByte() {
        String text = "\t{\"text\": \"Grüße 👋🏽\"}\r\n ";

        cache.put(key, text, MINUTE);

        assertThat(cache.get(key)).contains(text);
    }

    @Test
    void replacesWhatWasPutBefore() {
        cache.put(key, "old", MINUTE);
        cache.put(key, "new", MINUTE);

        assertThat(cache.get(key)).contains("new");
    }

    @Test
    void forgetsWhenTheTimeIsOverAndNoSooner() {
        cache.put(key, "text", MINUTE);

        clock.pass(MINUTE.minusSeconds(1));
        assertThat(cache.get(key)).contains("text");
        clock.pass(Duration.ofSeconds(1));
        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void forgetsWhatIsRemoved() {
        cache.put(key, "text", MINUTE);
        cache.remove(key);
        cache.remove(key);

        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void putsOnlyWhereNothingIs() {
        assertThat(cache.putIfAbsent(key, "first", MINUTE)).isTrue();
        assertThat(cache.putIfAbsent(key, "second", MINUTE)).isFalse();

        assertThat(cache.get(key)).contains("first");
    }

    @Test
    void putsWhereSomethingIsOver() {
        cache.putIfAbsent(key, "first", MINUTE);
        clock.pass(MINUTE);

        assertThat(cache.putIfAbsent(key, "second", MINUTE)).isTrue();
        assertThat(cache.get(key)).contains("second");
    }

    @Test
    void letsOneOfManyPutFirst() {
        List<Boolean> puts = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> cache.putIfAbsent(key, "text " + i, MINUTE))
                .toList();

        assertThat(puts).containsOnlyOnce(true);
    }

    @Test
    void keepsNoTextThatIsTooLarge() {
        String largest = "é".repeat(Cache.LARGEST / 2);
        String tooLarge = largest + "é";

        cache.put(key, largest, MINUTE);
        assertThat(cache.get(key)).contains(largest);
        assertThat(cache.putIfAbsent(key + "x", tooLarge, MINUTE)).isFalse();
        cache.put(key, tooLarge, MINUTE);
        assertThat(cache.get(key)).isEmpty();
    }

    @Test
    void countsFromTheFloor() {
        assertThat(cache.add(key, 3, new Bounds(10, 100), MINUTE)).contains(new Count(true, 13));
        assertThat(cache.add(key, 2, new Bounds(10, 100), MINUTE)).contains(new Count(true, 15));
        assertThat(cache.add(key, 1, new Bounds(20, 100), MINUTE)).contains(new Count(true, 21));
    }

    @Test
    void countsUpToTheCeilingAndChangesNothingBeyond() {
        cache.add(key, 8, new Bounds(0, 10), MINUTE);

        assertThat(cache.add(key, 3, new Bounds(0, 10), MINUTE)).contains(new Count(false, 8));
        assertThat(cache.add(key, 2, new Bounds(0, 10), MINUTE)).contains(new Count(true, 10));
        assertThat(cache.add(key, 1, new Bounds(0, 10), MINUTE)).contains(new Count(false, 10));
        assertThat(cache.add(key, 11, new Bounds(10, 20), MINUTE)).contains(new Count(false, 10));
    }

    @Test
    void countsAnewWhatIsFarFromAllBounds() {
        cache.add(key, 9, new Bounds(3600, 3610), MINUTE);

        assertThat(cache.add(key, 1, new Bounds(0, 10), MINUTE)).contains(new Count(true, 1));
        assertThat(cache.add(key, 1, new Bounds(0, 10), MINUTE)).contains(new Count(true, 2));
    }

    @Test
    void refusesBeyondTheCeilingWhatIsNearIt() {
        cache.add(key, 9, new Bounds(5, 15), MINUTE);

        assertThat(cache.add(key, 1, new Bounds(0, 10), MINUTE)).contains(new Count(false, 14));
    }

    @Test
    void takesBackAndNeverTellsOfLessThanTheFloor() {
        cache.add(key, 8, ANY, MINUTE);

        assertThat(cache.add(key, -5, ANY, MINUTE)).contains(new Count(true, 3));
        assertThat(cache.add(key, -5, ANY, MINUTE)).contains(new Count(true, 0));
        assertThat(cache.add(key, 1, ANY, MINUTE)).contains(new Count(true, 1));
    }

    @Test
    void countsAnewWhenTheTimeIsOver() {
        cache.add(key, 8, ANY, MINUTE);
        clock.pass(MINUTE);

        assertThat(cache.add(key, 1, ANY, MINUTE)).contains(new Count(true, 1));
    }

    @Test
    void keepsACounterAsLongAsItsLastAdditionAsks() {
        cache.add(key, 1, ANY, MINUTE);
        clock.pass(MINUTE.minusSeconds(1));
        cache.add(key, 1, ANY, MINUTE);
        clock.pass(MINUTE.minusSeconds(1));

        assertThat(cache.add(key, 1, ANY, MINUTE)).contains(new Count(true, 3));
    }

    @Test
    void losesNoCountOfMany() {
        int attempts = 40;
        Bounds bounds = new Bounds(0, 25);

        long added = IntStream.range(0, attempts)
                .parallel()
                .filter(i -> cache.add(key, 1, bounds, MINUTE).orElseThrow().added())
                .count();

        assertThat(added).isEqualTo(25);
    }

    @Test
    void findsNoTextInACounter() {
        cache.add(key, 1, ANY, MINUTE);

        assertThat(cache.get(key)).isEmpty();
    }
}
