package io.betterprompts.local;

import io.betterprompts.common.http.Problems;
import io.betterprompts.common.http.StandingHeaders;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.Wait;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the gateway itself refuses, in the same form as the functions' own problems. */
final class GatewayProblems {

    private static final Wait BUSY_WAIT = new Wait(1);

    private GatewayProblems() {}

    static ProblemException busy() {
        return new ProblemException(
                429,
                "too-many-requests",
                "Too many requests at once",
                "More are under way than there are places for. " + BUSY_WAIT.advice(),
                BUSY_WAIT.headers(),
                List.of());
    }

    static ProblemException tooLarge(int limit) {
        return new ProblemException(
                413,
                "content-too-large",
                "The body is too large",
                String.format(Locale.ROOT, "A body may have at most %,d bytes here; send less.", limit));
    }

    static ProblemException bodyMissing() {
        return new ProblemException(
                400,
                "malformed-request",
                "The request cannot be read",
                "Its body did not arrive, or not as a whole; send all that content-length announces, without a pause.");
    }

    static ProblemException badEncoding() {
        return new ProblemException(
                400,
                "malformed-request",
                "The request cannot be read",
                "The path or the query is not well percent-encoded: % is followed by two hexadecimal digits, and is %25 itself.");
    }

    /** Writes what the server refuses before a handler sees it, such as a header too large; of a fault of ours, nothing. */
    static boolean writeServerError(Request request, Response response, Callback callback) {
        int status = status(response);
        Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        String detail = reason == null ? "" : reason.toString();
        ProblemException problem = status >= 500
                ? Problems.internal()
                : new ProblemException(status, "malformed-request", "The request cannot be read", detail);
        write(UUID.randomUUID().toString(), request.getHttpURI().getPath(), problem, response, callback);
        return true;
    }

    /** What the server will not read, another version of HTTP or an unknown encoding, is no fault of ours. */
    private static int status(Response response) {
        int status = response.getStatus();
        return status < 400 || status == 501 || status == 505 ? 400 : status;
    }

    static void write(
            String requestId, @Nullable String path, ProblemException problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        StandingHeaders.of(Map.of())
                .forEach((name, value) -> response.getHeaders().put(name, value));
        problem.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("content-type", "application/problem+json");
        response.getHeaders().put("x-request-id", requestId);
        byte[] body = Json.mapper().writeValueAsBytes(problem.problem(path == null ? "" : path, requestId));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
