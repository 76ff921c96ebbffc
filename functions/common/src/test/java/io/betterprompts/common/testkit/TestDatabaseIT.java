package io.betterprompts.common.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.identity.UserId;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

    @Test
    void numbersAUsersChangesFromOne() {
        TestDatabase database = TestDatabase.fresh();
        UserId user = database.user();
        Revisions revisions = new Revisions(database.db());

        assertThat(revisions.next(user)).isEqualTo(1);
        assertThat(revisions.next(user)).isEqualTo(2);
        assertThat(revisions.next(database.user())).isEqualTo(1);
    }
}
