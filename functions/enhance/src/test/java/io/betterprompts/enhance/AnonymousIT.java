package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.testkit.Calls.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those can do who do not say who they are. */
class AnonymousIT {

    private final EnhanceFixture open =
            new EnhanceFixture(new EnhanceSettings(true, Optional.empty(), EnhanceFixture.NO_PAGES));
    private final EnhanceFixture closed = new EnhanceFixture();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/enhance", "/api/v1/analyze"})
    void isNothingUnlessTheDeploymentSaysSo(String path) {
        assertThat(closed.anyone.post(path, Map.of("text", TRAIN)).problem()).isEqualTo("unauthenticated");
        assertThat(open.anyone.post(path, Map.of("text", TRAIN)).status()).isEqualTo(200);
    }

    @Test
    void isKeptNowhere() {
        Map<String, Object> body = Map.of(
                "text", TRAIN, "save", true, "history_id", UUID.randomUUID().toString());

        Answer answer = open.anyone.post("/api/v1/enhance", body);

        assertThat(answer.json().path("verdict").asString()).isEqualTo("enhanced");
        assertThat(answer.json().path("id").isNull()).isTrue();
        assertThat(answer.json().path("history_id").isNull()).isTrue();
        assertThat(answer.header("location")).isEmpty();
        assertThat(open.database
                        .db()
                        .sql("select count(*) from prompts.versions")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/enhance", "/api/v1/analyze"})
    void endsWhereATokenProvesNothing(String path) {
        assertThat(open.anyone
                        .withToken("forged")
                        .post(path, Map.of("text", TRAIN))
                        .problem())
                .isEqualTo("access-token-invalid");
    }

    @Test
    void doesNotReachTheOtherOperations() {
        Map<String, Object> items = Map.of("items", java.util.List.of(Map.of("text", TRAIN)));

        assertThat(open.anyone.post("/api/v1/enhance/batch", items).problem()).isEqualTo("unauthenticated");
        assertThat(open.anyone
                        .post("/api/v1/rules/check", Map.of("rules", "off: [react]"))
                        .problem())
                .isEqualTo("unauthenticated");
    }
}
