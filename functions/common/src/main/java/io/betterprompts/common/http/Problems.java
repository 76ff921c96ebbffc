package io.betterprompts.common.http;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.problem.Wait;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The failures of the HTTP layer itself. What goes wrong in a feature has an exception of its own there. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Wait DATABASE_WAIT = new Wait(2);

    /** States that Spring has no exception for: a standby was asked to write, and a lock is not to be had. */
    private static final Set<String> UNNAMED = Set.of("25006", "55P03");

    /** The connection may have broken between the commit and the word of it. */
    private static final String UNCERTAIN =
            "Whether the request was carried out is not known; with an Idempotency-Key it can be sent again safely. ";

    private Problems() {}

    /** What a client is told of a failure nobody foresaw. It is logged here, once, with its stack. */
    public static ProblemException of(Throwable failure, String requestId) {
        if (failure instanceof CannotGetJdbcConnectionException
                || failure instanceof CannotCreateTransactionException) {
            log.error("no connection to the database, request {}: {}", requestId, failure.getMessage());
            return databaseUnavailable("Nothing was changed. ");
        }
        if (isOfTheDatabase(failure)) {
            log.error("the database broke off, request {}", requestId, failure);
            return databaseUnavailable(UNCERTAIN);
        }
        log.error("unexpected failure, request {}", requestId, failure);
        return internal();
    }

    /** It went away, was too slow, is full, or ended a transaction for the sake of another. */
    private static boolean isOfTheDatabase(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionSystemException
                || (failure.getCause() instanceof SQLException cause
                        && UNNAMED.contains(String.valueOf(cause.getSQLState())));
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(400, "malformed-request", "The request cannot be read", detail);
    }

    static ProblemException noSuchRoute(String path) {
        return new ProblemException(
                404,
                "route-not-found",
                "There is no such path",
                "Nothing answers " + path + "; /docs shows all paths.");
    }

    static ProblemException methodNotAllowed(String method, Set<String> allowed) {
        String methods = String.join(", ", allowed);
        return new ProblemException(
                405,
                "method-not-allowed",
                "The path does not answer this method",
                method + " is not answered here; use " + methods + ".",
                Map.of("allow", methods),
                List.of());
    }

    static ProblemException tooLarge(int length, int limit) {
        String detail = String.format(
                Locale.ROOT, "The body has %,d bytes and may have at most %,d; send less.", length, limit);
        return new ProblemException(413, "content-too-large", "The body is too large", detail);
    }

    static ProblemException tooDeep(int deepest) {
        return new ValidationFailed(Fault.at("", "is nested more than " + deepest + " levels deep"));
    }

    /** Refused by the parser before it is read to the end. */
    static ProblemException beyondBounds() {
        return new ValidationFailed(Fault.at("", "is nested too deeply, or holds a number or a name that is too long"));
    }

    static ProblemException unsupportedMediaType() {
        return new ProblemException(
                415,
                "unsupported-media-type",
                "The body is not JSON",
                "Send the body as JSON with the header content-type: application/json.");
    }

    /** A fault of ours, of which nothing is told. */
    public static ProblemException internal() {
        return new ProblemException(
                500,
                "internal-error",
                "Something went wrong on our side",
                "The request was not carried out. If it happens again, report the request id.");
    }

    private static ProblemException databaseUnavailable(String outcome) {
        return new ProblemException(
                503,
                "database-unavailable",
                "The database cannot be reached",
                outcome + DATABASE_WAIT.advice(),
                DATABASE_WAIT.headers(),
                List.of());
    }
}
