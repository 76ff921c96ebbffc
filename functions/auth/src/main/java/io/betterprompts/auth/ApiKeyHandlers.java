package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.page.PageRequest;
import java.util.Map;
import java.util.UUID;

/** The operations on API keys. */
final class ApiKeyHandlers {

    private final CreateApiKey createApiKey;
    private final ApiKeys keys;

    ApiKeyHandlers(CreateApiKey createApiKey, ApiKeys keys) {
        this.createApiKey = createApiKey;
        this.keys = keys;
    }

    Map<String, Handler> byOperation() {
        return Map.of("createApiKey", this::create, "listApiKeys", this::list, "revokeApiKey", this::revoke);
    }

    private Response create(Request request) {
        NewApiKey key = createApiKey.create(request.caller().user(), request.body(ApiKeyOrder.class));
        return Response.created("/api/v1/auth/api-keys/" + key.info().id(), key);
    }

    private Response list(Request request) {
        return Response.ok(keys.list(request.caller().user(), PageRequest.of(request, UUID::fromString)));
    }

    private Response revoke(Request request) {
        keys.revoke(request.caller().user(), request.id("id"));
        return Response.noContent();
    }
}
