package io.betterprompts.local;

import io.betterprompts.retention.EraseDeletedTexts;
import io.betterprompts.retention.EraseOldHistory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Erases old history and deleted texts at the start and every 24 hours after it, as a schedule does in the cloud. */
final class DailyRetention implements AutoCloseable {

    private final ScheduledExecutorService timer;

    private DailyRetention(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing the timer stops it
    static DailyRetention start(EraseOldHistory history, EraseDeletedTexts deleted) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("retention").factory());
        timer.scheduleAtFixedRate(() -> tell(history, deleted), 0, 1, TimeUnit.DAYS);
        return new DailyRetention(timer);
    }

    /** A failure is told and tried again the next day; thrown, it would stop the timer. */
    private static void tell(EraseOldHistory history, EraseDeletedTexts deleted) {
        try {
            tell(history.run(), " prompt groups erased that their owners no longer want kept");
            tell(deleted.run(), " prompt groups and templates erased that were deleted 30 days ago");
        } catch (RuntimeException e) {
            System.err.println("while erasing old history: " + e);
        }
    }

    private static void tell(int erased, String what) {
        if (erased > 0) {
            System.out.println(erased + what);
        }
    }

    /** Waits for a run that is under way, because the database stops next. */
    @Override
    public void close() {
        timer.close();
    }
}
