package io.betterprompts.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.testkit.AdaptedFunction;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

class TemplatesApplicationIT {

    @Test
    void startsAndAnswersBehindTheAdapter() {
        TestDatabase database = TestDatabase.fresh();
        Calls calls = new Calls(AdaptedFunction.start(Trusting.class, database)).as(database.user());

        assertThat(calls.get("/api/v1/templates").json().path("items").isEmpty())
                .isTrue();
    }

    /** The application, with tokens that need no key. */
    @Import(TemplatesApplication.class)
    static class Trusting {

        @Bean
        @Primary
        Authenticator trusting() {
            return Calls.trusting();
        }
    }
}
