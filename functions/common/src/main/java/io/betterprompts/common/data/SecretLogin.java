package io.betterprompts.common.data;

import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.secret.SecretUnavailable;
import io.betterprompts.common.secret.Secrets;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A login kept as RDS keeps it: JSON with {@code username} and {@code password}. The {@code host} beside them is the
 * instance's, which is not always where to connect; {@code DB_URL} says that.
 */
final class SecretLogin implements Supplier<Credentials> {

    private final String reference;
    private final Secrets secrets;

    SecretLogin(String reference, Secrets secrets) {
        this.reference = reference;
        this.secrets = secrets;
    }

    @Override
    public Credentials get() {
        JsonNode login = parse(secrets.read(reference));
        return Credentials.of(text(login, "username"), text(login, "password"));
    }

    private JsonNode parse(String secret) {
        try {
            return Json.mapper().readTree(secret);
        } catch (JacksonException e) {
            throw new SecretUnavailable("the secret " + reference + " is not JSON"); // the cause would quote it
        }
    }

    private String text(JsonNode login, String field) {
        if (!login.path(field).isString()) {
            throw new SecretUnavailable("the secret " + reference + " has no " + field);
        }
        return login.path(field).asString();
    }
}
