package io.betterprompts.common.cache;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bounded cache in this process. What was not asked for the longest makes room first. */
final class MemoryCache implements Cache {

    private final Clock clock;
    private final int mostEntries;
    private final long mostBytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    /** @param mostBytes of texts and their keys */
    MemoryCache(Clock clock, int mostEntries, long mostBytes) {
        this.clock = clock;
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /** The one that all functions of a process share, as they share the table in the cloud. */
    static Cache ofThisProcess() {
        return OfThisProcess.CACHE;
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(standing(key)).map(Entry::text);
    }

    @Override
    public void put(String key, String text, Duration keep) {
        replace(key, entry(key, text, keep));
    }

    @Override
    public boolean putIfAbsent(String key, String text, Duration keep) {
        Entry entry = entry(key, text, keep);
        return entry != null && replaceIfGone(key, entry);
    }

    /** What is put is looked at before, because all others wait from here on. */
    private synchronized void replace(String key, @Nullable Entry entry) {
        remove(key);
        if (entry != null) {
            keep(key, entry);
        }
    }

    private synchronized boolean replaceIfGone(String key, Entry entry) {
        if (standing(key) != null) {
            return false;
        }
        replace(key, entry);
        return true;
    }

    @Override
    public synchronized Optional<Count> add(String key, long amount, Bounds bounds, Duration keep) {
        Entry entry = standing(key);
        long value = entry == null || entry.count() > bounds.farthest()
                ? bounds.floor()
                : Math.max(entry.count(), bounds.floor());
        if (value + amount > bounds.ceiling()) {
            return Optional.of(new Count(false, value));
        }
        remove(key);
        keep(key, new Entry(null, value + amount, end(keep), size(key)));
        return Optional.of(new Count(true, Math.max(value + amount, bounds.floor())));
    }

    @Override
    public synchronized void remove(String key) {
        Entry gone = entries.remove(key);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    private @Nullable Entry standing(String key) {
        Entry entry = entries.get(key);
        return entry == null || entry.end().isAfter(clock.instant()) ? entry : null;
    }

    /** None for a text that is too large to be kept. */
    private @Nullable Entry entry(String key, String text, Duration keep) {
        long bytes = size(text);
        return bytes <= LARGEST ? new Entry(text, 0, end(keep), size(key) + bytes) : null;
    }

    private Instant end(Duration keep) {
        return Instant.ofEpochSecond(clock.instant().plus(keep).getEpochSecond());
    }

    private void keep(String key, Entry entry) {
        entries.put(key, entry);
        bytes += entry.bytes();
        makeRoom();
    }

    private void makeRoom() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > mostEntries || bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * A text or a counter.
     *
     * @param end the first instant at which it is no longer there
     * @param bytes of key and text
     */
    private record Entry(@Nullable String text, long count, Instant end, long bytes) {}

    private static final class OfThisProcess {

        private static final int STRIPES = 16;

        /** An entry has some 200 bytes beside its text: 30 MB in all, beside a model of more than that. */
        static final Cache CACHE = new StripedCache(
                STRIPES, () -> new MemoryCache(Clock.systemUTC(), 50_000 / STRIPES, 20_000_000 / STRIPES));
    }
}
