package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import java.util.Map;

/** The public halves of the signing keys, for whoever wants to verify access tokens elsewhere (RFC 7517). */
final class SigningKeyHandlers {

    private final SigningKeys keys;

    SigningKeyHandlers(SigningKeys keys) {
        this.keys = keys;
    }

    Map<String, Handler> byOperation() {
        return Map.of("readSigningKeys", this::read);
    }

    private Response read(Request request) {
        return Response.ok(Map.of("keys", keys.published()))
                .header("cache-control", "public, max-age=300, must-revalidate");
    }
}
