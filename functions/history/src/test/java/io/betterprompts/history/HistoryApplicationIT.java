package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.testkit.AdaptedFunction;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

class HistoryApplicationIT {

    @Test
    void startsAndAnswersBehindTheAdapter() {
        TestDatabase database = TestDatabase.fresh();
        Calls calls = new Calls(AdaptedFunction.start(Trusting.class, database)).as(database.user());

        assertThat(calls.get("/api/v1/history").json().path("items").isEmpty()).isTrue();
    }

    /** The application, with tokens that need no key. */
    @Import(HistoryApplication.class)
    static class Trusting {

        @Bean
        @Primary
        Authenticator trusting() {
            return Calls.trusting();
        }
    }
}
