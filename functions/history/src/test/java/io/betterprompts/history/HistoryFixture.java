package io.betterprompts.history;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The function on a database of its own, with a user and a stranger. */
final class HistoryFixture {

    static final String PATH = "/api/v1/history";

    final TestDatabase database = TestDatabase.fresh();
    final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:15:30.123456Z"));
    final Calls anyone = function(Calls.trusting());
    final UserId user = database.user();
    final Calls calls = anyone.as(user);
    final Calls stranger = anyone.as(database.user());

    private Calls function(Authenticator authenticator) {
        return new Calls(new HistoryApplication()
                .http(
                        HttpFunctions.unlimited(Contract.load(), authenticator),
                        Contract.load(),
                        database.db(),
                        new UserTransactions(database.transactions(), new Revisions(database.db())),
                        Ids.timeOrdered(),
                        clock));
    }

    /** The user with fewer scopes, as an API key has them. */
    Calls allowed(String... scopes) {
        return function(Calls.trusting(Set.of(scopes))).as(user);
    }

    /** The id of a new group. */
    String create(String prompt) {
        return create(Map.of("original_prompt", prompt, "optimized_prompt", prompt));
    }

    String create(Map<String, ?> body) {
        return id(calls.post(PATH, body));
    }

    /** A version as the engine's function writes it. */
    UUID append(String group, int number, String original, String optimized) {
        UUID id = Ids.timeOrdered().next();
        database.db()
                .sql("""
                    insert into prompts.versions (
                        id, history_id, user_id, number, original_prompt, optimized_prompt, status, edits,
                        explanation, rule_set_hash, model_hash, revision, created_at)
                    values (
                        :id, :group, :user, :number, :original, :optimized, 'enhanced',
                        '[{"id": "e1", "text": "Think."}]', '{"verdict": "enhanced", "missing": []}', 'rules',
                        'model', 100, now())
                    """)
                .param("id", id)
                .param("group", UUID.fromString(group))
                .param("user", user.value())
                .param("number", number)
                .param("original", original)
                .param("optimized", optimized)
                .update();
        database.db()
                .sql("update prompts.history set current_version_number = :number, intent = 'reasoning' where id = :id")
                .param("number", number)
                .param("id", UUID.fromString(group))
                .update();
        return id;
    }

    /** A version with edits around its original, as the engine's function writes it. */
    UUID enhanced(String group, int number, String original, String lineBreak) {
        UUID id = append(
                group,
                number,
                original,
                String.join(
                        lineBreak,
                        "Act as a poet.",
                        "",
                        original,
                        "",
                        "Think step by step:",
                        "- then write.",
                        "Be brief."));
        database.db()
                .sql("update prompts.versions set edits = cast(:edits as jsonb), explanation = cast(:why as jsonb)"
                        + " where id = :id")
                .param("edits", """
                    [{"id": "e1", "technique": "role_play", "position": "before", "text": "Act as a poet."},
                     {"id": "e2", "technique": "chain_of_thought", "position": "after",
                      "text": "Think step by step:\\n- then write."},
                     {"id": "e3", "technique": "brevity", "position": "after", "text": "Be brief."}]
                    """)
                .param("why", """
                    {"verdict": "enhanced", "tokens": {"added": 9}, "language": "en"}\
                    """)
                .param("id", id)
                .update();
        return id;
    }

    /** The user's next revision, for a row that another function writes. */
    long revision() {
        return new Revisions(database.db()).next(user);
    }

    static String id(Answer answer) {
        return answer.json().path("id").asString();
    }
}
