package io.betterprompts.templates;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The function on a database of its own, with a user and a stranger. */
final class TemplatesFixture {

    static final String PATH = "/api/v1/templates";

    final TestDatabase database = TestDatabase.fresh();
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:15:30.123456Z"));
    final Calls anyone = new Calls(new TemplatesApplication()
            .http(
                    HttpFunctions.unlimited(Contract.load(), Calls.trusting()),
                    Contract.load(),
                    database.db(),
                    new UserTransactions(database.transactions(), new Revisions(database.db())),
                    Ids.timeOrdered(),
                    clock));
    final UserId user = database.user();
    final Calls calls = anyone.as(user);
    final Calls stranger = anyone.as(database.user());

    /** The path of a new template of the user's. */
    String path(String name, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "content", "c"));
        body.putAll(more);
        return calls.post(PATH, body).header("location");
    }

    JsonNode read(String path) {
        return calls.get(path).json();
    }

    static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    static List<String> pointers(Answer answer) {
        return texts(answer.json().path("errors"), "pointer");
    }
}
