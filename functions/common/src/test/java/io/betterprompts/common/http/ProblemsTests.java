package io.betterprompts.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.problem.ProblemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.TransactionSystemException;

class ProblemsTests {

    /** As PostgreSQL and its driver tell them, see the appendix of its manual on error codes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", // connection exception
                "08006", // connection failure
                "08P01", // protocol violation
                "25006", // read only transaction: a standby was asked
                "40001", // serialization failure
                "40P01", // deadlock
                "53100", // disk full
                "53200", // out of memory
                "53300", // too many connections
                "55P03", // lock not available
                "57014", // canceled, such as by a timeout
                "57P01", // shut down
                "57P02", // crashed
                "57P03", // cannot connect now
                "58030" // input or output error
            })
    void asksForPatienceWhereTheDatabaseIsInTrouble(String state) {
        ProblemException problem = Problems.of(translated(state), "r");

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.headers()).containsEntry("retry-after", "2");
        assertThat(detail(problem)).contains("is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "23502", "42601"})
    void takesAFaultOfOursForOne(String state) {
        assertThat(Problems.of(translated(state), "r").status()).isEqualTo(500);
    }

    @Test
    void saysThatNothingChangedOnlyWhereThatIsCertain() {
        ProblemException none = Problems.of(new CannotGetJdbcConnectionException("none left"), "r");
        ProblemException broken = Problems.of(new TransactionSystemException("no rollback"), "r");

        assertThat(none.status()).isEqualTo(503);
        assertThat(detail(none)).startsWith("Nothing was changed.");
        assertThat(broken.status()).isEqualTo(503);
        assertThat(detail(broken)).doesNotContain("Nothing");
    }

    private static String detail(ProblemException problem) {
        return String.valueOf(problem.problem("/", "r").detail());
    }

    private static DataAccessException translated(String state) {
        SQLException failure = new SQLException("told by the server", state);
        DataAccessException translated =
                new SQLExceptionSubclassTranslator().translate("a statement", "select", failure);
        return translated == null ? new UncategorizedSQLException("a statement", "select", failure) : translated;
    }
}
