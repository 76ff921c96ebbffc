package io.betterprompts.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.testkit.AdaptedFunction;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

class SettingsApplicationIT {

    @Test
    void startsAndAnswersBehindTheAdapter() {
        TestDatabase database = TestDatabase.fresh();
        Calls calls = new Calls(AdaptedFunction.start(Trusting.class, database)).as(database.user());

        assertThat(calls.get("/api/v1/settings").json().path("theme").asString())
                .isEqualTo("light");
    }

    /** The application, with tokens that need no key. */
    @Import(SettingsApplication.class)
    static class Trusting {

        @Bean
        @Primary
        Authenticator trusting() {
            return Calls.trusting();
        }
    }
}
