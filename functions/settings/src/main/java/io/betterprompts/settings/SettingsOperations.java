package io.betterprompts.settings;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.json.MergePatch;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The operations on settings, by their names in the contract. */
final class SettingsOperations {

    private final PostgresSettings settings;
    private final ChangeSettings change;

    SettingsOperations(PostgresSettings settings, ChangeSettings change) {
        this.settings = settings;
        this.change = change;
    }

    Map<String, Handler> handlers() {
        return Map.of("readSettings", this::read, "replaceSettings", this::replace, "patchSettings", this::patch);
    }

    private Response read(Request request) {
        return answer(settings.of(request.caller().user()));
    }

    private Response replace(Request request) {
        return change(request, current -> request.body(Preferences.class));
    }

    private Response patch(Request request) {
        return change(request, current -> {
            JsonNode merged = MergePatch.apply(Json.mapper().valueToTree(current), request.body());
            return Json.mapper().treeToValue(merged, Preferences.class);
        });
    }

    private Response change(Request request, UnaryOperator<Preferences> to) {
        return answer(change.of(request.caller().user(), request.precondition(), to));
    }

    private static Response answer(Settings settings) {
        return Response.ok(settings).version(settings.version());
    }
}
