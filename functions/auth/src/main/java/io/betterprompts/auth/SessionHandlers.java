package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.UUID;

/** The operations on logins that stand. */
final class SessionHandlers {

    private final Sessions sessions;

    SessionHandlers(Sessions sessions) {
        this.sessions = sessions;
    }

    Map<String, Handler> byOperation() {
        return Map.of(
                "logOut", this::logOut,
                "logOutEverywhere", this::logOutEverywhere,
                "listSessions", this::list,
                "revokeSession", this::revoke);
    }

    private Response logOut(Request request) {
        sessions.end(request.caller().user(), request.caller().session());
        return Response.noContent();
    }

    private Response logOutEverywhere(Request request) {
        sessions.endAll(request.caller().user());
        return Response.noContent();
    }

    private Response list(Request request) {
        return Response.ok(sessions.list(request.caller(), PageRequest.of(request, UUID::fromString)));
    }

    private Response revoke(Request request) {
        SessionId session = new SessionId(request.id("id"));
        if (!sessions.end(request.caller().user(), session)) {
            throw new SessionNotFound(session.value());
        }
        return Response.noContent();
    }
}
