package io.betterprompts.common.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

class PatientPoolIT {

    private static final Duration SHORT = Duration.ofMillis(400);

    private final HikariDataSource pool = DataConfiguration.pool(new DatabaseSettings(
            TestDatabase.fresh().jdbcUrl(), () -> Credentials.of("postgres", ""), 1, Patience.USUAL));
    private final PatientPool patient = new PatientPool(pool);
    private final JdbcClient db = JdbcClient.create(patient);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void waitsForAConnectionAsLongAsTheRequestMay() throws SQLException {
        try (Connection taken = patient.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            assertThat(refused(() -> Patience.of(SHORT, this::one))).isBetween(SHORT, SHORT.multipliedBy(3));
        }
        assertThat(Patience.of(SHORT, this::one)).isEqualTo(1);
    }

    @Test
    void addsUpTheWaitsOfOneRequest() throws SQLException {
        try (Connection taken = patient.getConnection()) {
            assertThat(taken.isClosed()).isFalse();
            Duration both = Patience.of(SHORT, () -> refused(this::one).plus(refused(this::one)));
            assertThat(both).isLessThan(SHORT.multipliedBy(2));
        }
    }

    @Test
    void givesUpAnAnswerThatDoesNotComeAndTheConnectionWithIt() {
        Instant asked = Instant.now();

        assertThatThrownBy(() -> Patience.of(SHORT, () -> sleep(3)))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(Duration.between(asked, Instant.now())).isBetween(SHORT, SHORT.multipliedBy(3));
        assertThat(one()).isEqualTo(1);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void waitsLongForThosePatient() {
        assertThat(Patience.of(Patience.LONG, () -> sleep(2))).isEmpty();
        assertThatThrownBy(() -> sleep(2)).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void cannotUndoOnAConnectionThatItGaveUp() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(patient));

        assertThatThrownBy(() -> Patience.of(SHORT, () -> transactions.execute(status -> sleep(3))))
                .isInstanceOf(TransactionSystemException.class);
        assertThat(one()).isEqualTo(1);
    }

    private Integer one() {
        return db.sql("select 1").query(Integer.class).single();
    }

    private String sleep(int seconds) {
        return db.sql("select pg_sleep(:seconds)::text")
                .param("seconds", seconds)
                .query(String.class)
                .single();
    }

    private static Duration refused(ThrowingCallable call) {
        Instant asked = Instant.now();
        assertThatThrownBy(call).isInstanceOf(CannotGetJdbcConnectionException.class);
        return Duration.between(asked, Instant.now());
    }
}
