package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import java.util.Map;

/** The operations that hand out tokens. */
final class TokenHandlers {

    private final RegisterUser registerUser;
    private final LogIn logIn;
    private final Logins logins;

    TokenHandlers(RegisterUser registerUser, LogIn logIn, Logins logins) {
        this.registerUser = registerUser;
        this.logIn = logIn;
        this.logins = logins;
    }

    Map<String, Handler> byOperation() {
        return Map.of(
                "register", this::register,
                "logIn", this::logIn,
                "refreshLogin", this::refresh);
    }

    private Response register(Request request) {
        Grant grant = registerUser.register(
                new Email(text(request, "email")),
                new Username(text(request, "username")),
                new Password(text(request, "password")),
                Device.of(request));
        return Response.created("/api/v1/auth/profile", TokenAnswer.of(grant));
    }

    private Response logIn(Request request) {
        Grant grant = logIn.logIn(
                new LoginName(text(request, "email_or_username")),
                new Password(text(request, "password")),
                Device.of(request));
        return Response.ok(TokenAnswer.of(grant));
    }

    private Response refresh(Request request) {
        Grant grant = logins.refresh(RefreshToken.parse(text(request, "refresh_token")), Device.of(request));
        return Response.ok(TokenAnswer.of(grant));
    }

    private static String text(Request request, String field) {
        return request.body().path(field).asString();
    }
}
