package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.AccessTokenInvalid;
import java.util.Map;

/** The operations of {@code auth}: each reads its request, calls one use case and renders what came of it. */
final class AuthHandlers {

    private final RegisterUser registerUser;
    private final LogIn logIn;
    private final Logins logins;
    private final Users users;

    AuthHandlers(RegisterUser registerUser, LogIn logIn, Logins logins, Users users) {
        this.registerUser = registerUser;
        this.logIn = logIn;
        this.logins = logins;
        this.users = users;
    }

    Map<String, Handler> byOperation() {
        return Map.of(
                "register", this::register,
                "logIn", this::logIn,
                "refreshLogin", this::refresh,
                "logOut", this::logOut,
                "readProfile", this::readProfile);
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
                text(request, "email_or_username"), new Password(text(request, "password")), Device.of(request));
        return Response.ok(TokenAnswer.of(grant));
    }

    private Response refresh(Request request) {
        Grant grant = logins.refresh(RefreshToken.parse(text(request, "refresh_token")), Device.of(request));
        return Response.ok(TokenAnswer.of(grant));
    }

    private Response logOut(Request request) {
        logins.end(request.caller());
        return Response.noContent();
    }

    /** An account deleted since the request was let in is no account. */
    private Response readProfile(Request request) {
        User user = users.find(request.caller().user()).orElseThrow(AccessTokenInvalid::new);
        return Response.ok(Profile.of(user)).header("etag", "\"" + user.version() + "\"");
    }

    private static String text(Request request, String field) {
        return request.body().path(field).asString();
    }
}
