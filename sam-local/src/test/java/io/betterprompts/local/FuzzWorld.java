package io.betterprompts.local;

import io.betterprompts.common.contract.DescribedAnswers;
import io.betterprompts.common.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What made-up requests are about: users who have one of everything, and get another where it was used up. */
final class FuzzWorld {

    private static final Pattern WORD =
            Pattern.compile("@(token|name|new|refresh|history|version|template|deleted|key|session)");
    private static final String PASSWORD = "correct horse battery";

    /** Requests that end the login they come with. */
    private static final Set<String> ENDING =
            Set.of("logOut", "logOutEverywhere", "changePassword", "deleteAccount", "refreshLogin", "revokeSession");

    /** Requests that change how a user's other requests go. */
    private static final Set<String> UNSETTLING = Set.of("replaceSettings", "patchSettings", "sendChanges");

    /** So that no user comes near a limit per caller, nor to more of anything than a user has. */
    private static final int REQUESTS_PER_USER = 1500;

    private final AbusedServer server;
    private final Map<String, User> users = new LinkedHashMap<>();

    FuzzWorld(AbusedServer server) {
        this.server = server;
    }

    /** The request, with the ids and the token of the user who may make it. */
    FuzzRequest resolved(FuzzRequest request, Operation operation) {
        User user = user(operation);
        return request.resolved(text -> WORD.matcher(text).replaceAll(match -> user.word(match)));
    }

    private User user(Operation operation) {
        String role = ENDING.contains(operation.handledAs())
                ? "guest"
                : UNSETTLING.contains(operation.handledAs()) ? "settler" : "owner";
        User user = users.get(role);
        if (user == null || ++user.requests > REQUESTS_PER_USER) {
            user = new User(server.anyone());
            users.put(role, user);
        }
        return user;
    }

    /** What an answer has used up is made anew for the next request. */
    void learn(Operation operation, FuzzRequest request, DescribedAnswers.Seen seen) {
        if (seen.status() >= 300) {
            return;
        }
        if (ENDING.contains(operation.handledAs())) {
            users.remove("guest");
        } else if (operation.method().equals("DELETE") || operation.handledAs().equals("undeleteHistory")) {
            users.values().forEach(user -> user.things.values().removeIf(request.target()::contains));
        }
    }

    /** One user, who makes things as they are asked for. */
    private static final class User {

        private final LocalClient client;
        private final String name = "f" + UUID.randomUUID().toString().substring(0, 12);
        private final JsonNode login;
        private final Map<String, String> things = new LinkedHashMap<>();
        private int requests;

        User(LocalClient anyone) {
            login = anyone.post(
                            "/api/v1/auth/register",
                            Map.of("email", name + "@example.com", "username", name, "password", PASSWORD))
                    .json();
            client = anyone.withToken(login.path("access_token").asString());
        }

        String word(MatchResult match) {
            return switch (match.group(1)) {
                case "token" -> login.path("access_token").asString();
                case "refresh" -> login.path("refresh_token").asString();
                case "name" -> name;
                case "new" -> "n" + UUID.randomUUID().toString().substring(0, 12);
                case "history" -> thing("history", () -> made("/api/v1/history", Belongings.PROMPT));
                case "version" ->
                    thing("version", () -> made("/api/v1/enhance", Map.of("text", Belongings.THREE_EDITS)));
                case "template" -> thing("template", () -> made("/api/v1/templates", Belongings.TEMPLATE));
                case "deleted" -> thing("deleted", () -> Belongings.deleted(client));
                case "key" -> thing("key", this::key);
                default -> thing("session", () -> Belongings.newestSession(client));
            };
        }

        private String thing(String kind, Supplier<String> maker) {
            String thing = things.get(kind);
            if (thing == null) {
                thing = maker.get();
                things.put(kind, thing);
                if (kind.equals("history")) {
                    client.send(
                            "PUT",
                            "/api/v1/history/" + thing + "/labels/" + Belongings.LABEL,
                            Map.of("version_number", 1));
                }
            }
            return thing;
        }

        private String key() {
            return made("/api/v1/auth/api-keys", Map.of("name", "mine", "scopes", List.of("enhance")));
        }

        private String made(String path, Object body) {
            return client.post(path, body).text("id");
        }
    }
}
