package io.betterprompts.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The versions of one prompt on a server. */
record Versions(Api api, UUID group) {

    static final String GROUPS = "/api/v1/history";

    private static final String LONGEST_PAGE = "100";

    /** The current one where no number is given. */
    JsonNode of(Optional<Integer> number) {
        return number.map(wanted -> api.get("/api/v1/versions/" + idOf(wanted), Map.of()))
                .orElseGet(() -> api.get(GROUPS + "/" + group, Map.of()).path("current_version"));
    }

    JsonNode difference(Optional<Integer> to, Optional<Integer> from) {
        String against = from.map(this::idOf).orElse("original");
        String id = of(to).path("id").asString();
        return api.get("/api/v1/versions/" + id + "/diff", Map.of("against", against));
    }

    private String idOf(int number) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("limit", LONGEST_PAGE));
        while (true) {
            JsonNode page = api.get(GROUPS + "/" + group + "/versions", query);
            for (JsonNode version : page.path("items")) {
                if (version.path("number").asInt() == number) {
                    return version.path("id").asString();
                }
            }
            if (page.path("next_cursor").isNull()) {
                throw new CliFailure(Exit.REFUSED, "the prompt has no version " + number);
            }
            query.put("cursor", page.path("next_cursor").asString());
        }
    }
}
