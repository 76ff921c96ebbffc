package io.betterprompts.local.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The cache in trouble, under write load: to those who write it is no failure at all. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "counts threads and descriptors in /proc")
class CacheDrillIT {

    private static final Duration A_WHILE = Duration.ofSeconds(DrillSize.of(1, 10));
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Stage stage = Stage.running();

    @BeforeEach
    void needsACache() {
        assumeTrue(stage.cacheWire.isPresent(), "there is no DynamoDB Local for this processor");
    }

    private void drill(String fault, String deed, Runnable breaks) {
        FaultyWire wire = stage.cacheWire.orElseThrow();
        Outcome outcome = stage.during(A_WHILE, breaks, wire::mend);
        DrillReport.add(fault, deed, outcome);
        assertThat(outcome).matches(Outcome::holds, fault);
        assertThat(outcome.refused()).as("refused").isZero();
    }

    @Test
    void isDown() {
        drill(
                "cache down",
                "connections to DynamoDB cut and refused",
                () -> stage.cacheWire.orElseThrow().cut());
    }

    @Test
    void isSlow() {
        drill(
                "cache slow",
                "each answer of DynamoDB 5 s late",
                () -> stage.cacheWire.orElseThrow().delay(SLOW));
    }

    /** Guessing passwords without end would be worse than waiting. */
    @Test
    void letsNobodyLogInUntilItIsBack() {
        FaultyWire wire = stage.cacheWire.orElseThrow();
        wire.cut();
        try {
            Reply refused = stage.logIn();
            assertThat(refused.isRefusal()).as("%s", refused).isTrue();
            assertThat(refused.time()).isLessThan(Outcome.ANSWER_WITHIN);
        } finally {
            wire.mend();
        }
        Await.until(Outcome.RECOVERY_WITHIN, () -> stage.logIn().isDone() ? stage : null);
    }
}
