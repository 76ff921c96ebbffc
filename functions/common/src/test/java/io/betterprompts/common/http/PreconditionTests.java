package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTests {

    @Test
    void holdsWhereNoneIsSet() {
        assertThatCode(() -> new Precondition(Optional.empty()).check(3, () -> "state"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"2\", \"3\"", " \"3\" "})
    void holdsForTheVersionThatIs(String ifMatch) {
        assertThatCode(() -> new Precondition(Optional.of(ifMatch)).check(3, () -> "state"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "", "\"33\""})
    void failsForAnyOtherAndTellsTheOneThatIs(String ifMatch) {
        assertThatThrownBy(() -> new Precondition(Optional.of(ifMatch)).check(3, () -> "state"))
                .isInstanceOfSatisfying(PreconditionFailed.class, e -> {
                    assertThat(e.status()).isEqualTo(412);
                    assertThat(e.headers()).containsEntry("etag", "\"3\"");
                    assertThat(e.problem("/", "1").current()).isEqualTo("state");
                });
    }
}
