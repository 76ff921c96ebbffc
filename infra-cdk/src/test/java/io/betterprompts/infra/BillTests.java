package io.betterprompts.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.infra.Inventory.DatabaseClass;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against sums done by hand. */
class BillTests {

    private static final Offset<Double> A_CENT = within(0.005);

    /** A workload of round figures. */
    private static final Workload ROUND = new Workload(1, 100, 50, 0.1, 500, 2, 1, 4, 1000, 10_000, 5_000, 10);

    private static final Inventory STANDING =
            new Inventory(DatabaseClass.T4G_MEDIUM, 2, 50, true, 2, 2, 1, 20, 1, 3, 100);

    private static final Bill IDLE = Bill.of(STANDING, ROUND, 0);
    private static final Bill BUSY = Bill.of(STANDING, ROUND, 1_000_000);

    @Test
    void paysForWhatStandsThereByTheHour() {
        assertThat(IDLE.lines().get("Database: instances")).isCloseTo(94.90, A_CENT); // 2 · 730 · 0.065
        assertThat(IDLE.lines().get("Database: storage")).isCloseTo(11.50, A_CENT); // 2 · 50 · 0.115
        assertThat(IDLE.lines().get("Database: RDS Proxy")).isCloseTo(21.90, A_CENT); // 2 vCPU · 730 · 0.015
        assertThat(IDLE.lines().get("Interface endpoints")).isCloseTo(14.60, A_CENT); // 2 · 730 · 0.01
        assertThat(IDLE.lines().get("Secrets and keys")).isCloseTo(1.80, A_CENT); // 2 · 0.40 + 1
        assertThat(IDLE.lines().get("Alarms and dashboard")).isCloseTo(5.00, A_CENT); // 20 · 0.10 + 3
        assertThat(IDLE.total()).isCloseTo(149.70, A_CENT);
    }

    @Test
    void paysForRequests() {
        // Two million requests. An enhancement: 100 + 50 + 2 · 0.1 · 500 = 250 ms at 1769 MB, so 431,884.8 GB-seconds.
        assertThat(BUSY.lines().get("API Gateway")).isCloseTo(2.00, A_CENT);
        assertThat(BUSY.lines().get("Lambda")).isCloseTo(0.40 + 5.758, A_CENT);
        assertThat(BUSY.lines().get("DynamoDB")).isCloseTo(0.50 + 3.75, A_CENT); // 4 M read, 2 M + 4 M written
        assertThat(IDLE.lines().get("Metrics")).isZero();
        assertThat(BUSY.lines().get("Metrics")).isCloseTo(30.00, A_CENT); // 100 of them
        assertThat(BUSY.lines().get("Logs")).isCloseTo(1.00 + 0.18, A_CENT); // 2 GB, kept for three months
        assertThat(BUSY.lines().get("Traces")).isCloseTo(10.00, A_CENT); // fewer than seconds in a month: all of them
        assertThat(BUSY.lines().get("Answers sent")).isCloseTo(1.80, A_CENT); // 20 GB
        assertThat(BUSY.lines().get("Secrets and keys")).isCloseTo(1.80 + 1.00, A_CENT); // 200,000 readings
    }

    @Test
    void tracesOneRequestInTwentyBeyondOneASecond() {
        // 10 M requests: 2,628,000 seconds in a month, and a twentieth of the other 7,372,000.
        assertThat(ROUND.traces(5_000_000)).isCloseTo(2_628_000 + 368_600, within(0.5));
    }

    @Test
    void paysForTheStorageThatIsNeeded() {
        assertThat(STANDING.with(DatabaseClass.T4G_MEDIUM, 10).storageGb()).isEqualTo(50);
        assertThat(STANDING.with(DatabaseClass.T4G_MEDIUM, ROUND.storedGb(2_000_000))
                        .storageGb())
                .isEqualTo(100); // 2 M · 10 months · 5 KB
    }

    @Test
    void knowsWhatAThrottleLetsThrough() {
        // 10 requests in each of 2,628,000 seconds are 13.14 M enhancements with one other request each.
        assertThat(Bill.isPossible(DeploymentSize.DEV, ROUND, 13_140_000)).isTrue();
        assertThat(Bill.isPossible(DeploymentSize.DEV, ROUND, 13_141_000)).isFalse();
    }

    @Test
    void takesALargerDatabaseForMore() {
        Map<String, Double> plain =
                Bill.of(DeploymentSize.PROD, ROUND, Bill.LARGE).lines();
        Map<String, Double> large =
                Bill.of(DeploymentSize.PROD, ROUND, Bill.LARGE + 1).lines();

        assertThat(plain.get("Database: instances")).isCloseTo(94.90, A_CENT);
        assertThat(large.get("Database: instances")).isCloseTo(984.04, A_CENT); // 2 · 730 · 0.674
    }

    @Test
    void countsConnectionsAsRdsDoes() {
        assertThat(DatabaseClass.T4G_MICRO.maxConnections()).isEqualTo(112);
        assertThat(DatabaseClass.T4G_MEDIUM.maxConnections()).isEqualTo(450);
        assertThat(DatabaseClass.M7G_2XLARGE.maxConnections()).isEqualTo(3604);
    }
}
