package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.testkit.AdaptedFunction;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

class EnhanceApplicationIT {

    @Test
    void startsAndAnswersBehindTheAdapter() {
        TestDatabase database = TestDatabase.fresh();
        Calls anyone = new Calls(AdaptedFunction.start(Trusting.class, database));

        assertThat(anyone.get("/api/v1/intents").json().path("items")).hasSize(14);
        assertThat(anyone.post("/api/v1/analyze", Map.of("text", "hello")).problem())
                .isEqualTo("unauthenticated");
        assertThat(anyone.as(database.user())
                        .post("/api/v1/enhance", Map.of("text", "Write a haiku about rain"))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    /** The application, with tokens that need no key. */
    @Import(EnhanceApplication.class)
    static class Trusting {

        @Bean
        @Primary
        Authenticator trusting() {
            return Calls.trusting();
        }
    }
}
