package io.betterprompts.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresentedCredentialTests {

    @Test
    void readsABearerInAnyCase() {
        assertThat(PresentedCredential.in(Map.of("authorization", "bearer  x.y.z ")))
                .isEqualTo("x.y.z");
        assertThat(PresentedCredential.in(Map.of("authorization", "Bearer bp_live_x")))
                .isEqualTo("bp_live_x");
    }

    @Test
    void readsAnApiKeyFromItsOwnHeader() {
        assertThat(PresentedCredential.in(Map.of("x-api-key", "bp_live_x"))).isEqualTo("bp_live_x");
    }

    @Test
    void takesNoAccessTokenForAnApiKey() {
        assertThatThrownBy(() -> PresentedCredential.in(Map.of("x-api-key", "x.y.z")))
                .isInstanceOf(ApiKeyInvalid.class);
    }

    @Test
    void refusesTwoCredentials() {
        assertThatThrownBy(() -> PresentedCredential.in(Map.of("authorization", "Bearer a", "x-api-key", "bp_live_x")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo("credentials-ambiguous"));
    }

    @Test
    void asksForOneWhereThereIsNone() {
        assertThatThrownBy(() -> PresentedCredential.in(Map.of())).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> PresentedCredential.in(Map.of("authorization", "Basic eDp5")))
                .isInstanceOf(Unauthenticated.class);
    }
}
