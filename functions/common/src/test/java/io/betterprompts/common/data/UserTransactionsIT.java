package io.betterprompts.common.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UserTransactionsIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final UserTransactions transactions =
            new UserTransactions(database.transactions(), new Revisions(database.db()));
    private final UserId user = database.user();

    @Test
    void takesNoRevisionForAChangeThatFails() {
        assertThatThrownBy(() -> transactions.change(user, revision -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(transactions.<Long>change(user, revision -> revision)).isEqualTo(1);
    }

    @Test
    void letsTheChangesOfAUserHappenOneAfterAnother() throws InterruptedException {
        List<Long> order = Collections.synchronizedList(new ArrayList<>());
        Callable<Long> change = () -> transactions.change(user, revision -> {
            order.add(revision);
            pause();
            order.add(revision);
            return revision;
        });
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            pool.invokeAll(Collections.nCopies(4, change));
        }

        assertThat(order).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
