package io.betterprompts.history;

import static io.betterprompts.history.HistoryFixture.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Devices that sync while others write miss nothing, in whatever order the writers' transactions end. */
@Timeout(120)
class SyncConcurrencyIT {

    private static final int WRITERS = 8;
    private static final int READERS = 4;

    private final HistoryFixture history = new HistoryFixture();

    @Test
    void readersEndEqualToTheServerWhileWritersWrite() throws Exception {
        String shared = history.create("shared");
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Device> readers = new ArrayList<>();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(i);
            tasks.add(() -> {
                for (int n = 0; n < 25; n++) {
                    write(shared, random);
                }
                return writing.decrementAndGet();
            });
        }
        for (int i = 0; i < READERS; i++) {
            Device reader = new Device(history.calls);
            readers.add(reader);
            tasks.add(() -> {
                do {
                    reader.pull();
                } while (writing.get() > 0);
                reader.pull();
                return 0;
            });
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS + READERS)) {
            for (Future<Integer> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }

        Device fresh = new Device(history.calls);
        fresh.pull();
        assertThat(fresh.rows).hasSizeGreaterThan(WRITERS * 25 / 2);
        assertThat(readers).allSatisfy(reader -> assertThat(reader.rows).isEqualTo(fresh.rows));
    }

    private void write(String shared, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> history.create("a");
            case 1 -> history.calls.post(PATH + "/" + shared + "/versions", Map.of("optimized_prompt", "b"));
            case 2 ->
                history.calls.put(PATH + "/" + shared + "/labels/l" + random.nextInt(3), Map.of("version_number", 1));
            case 3 -> {
                Device writer = new Device(history.calls);
                writer.createTemplate("c");
                writer.sync();
                writer.delete(writer.find("template").findAny().orElseThrow());
                writer.createTemplate("d");
                writer.push();
            }
            default -> history.calls.delete(PATH + "/" + history.create("gone"));
        }
    }

    /** One transaction has its revision and is held open; a later one must not be told of before it. */
    @Test
    void aReaderNeverPassesATransactionThatIsHeldOpen() throws Exception {
        String group = history.create("a");
        Device reader = new Device(history.calls);
        reader.pull();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Integer> slow = pool.submit(() -> new UserTransactions(
                            history.database.transactions(), new Revisions(history.database.db()))
                    .change(history.user, revision -> {
                        int rows = history.database
                                .db()
                                .sql("update prompts.history set title = 'slow', revision = :revision where id ="
                                        + " cast(:id as uuid)")
                                .param("revision", revision)
                                .param("id", group)
                                .update();
                        written.countDown();
                        await(goOn);
                        return rows;
                    }));
            written.await();
            Future<String> fast = pool.submit(() -> history.create("fast"));
            Thread.sleep(300);
            reader.pull();

            assertThat(titles(reader)).containsExactly("a");
            assertThat(fast.isDone()).isFalse();

            goOn.countDown();
            assertThat(slow.get()).isEqualTo(1);
            fast.get();
        }
        reader.pull();

        assertThat(titles(reader)).containsExactlyInAnyOrder("slow", "fast");
    }

    private static List<String> titles(Device device) {
        return device.find("group")
                .map(group -> group.path("data").path("title").asString())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
