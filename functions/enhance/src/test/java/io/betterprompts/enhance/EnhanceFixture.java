package io.betterprompts.enhance;

import io.betterprompts.common.cache.Cache;
import io.betterprompts.common.cache.MemoryCaches;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.Revisions;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Cors;
import io.betterprompts.common.http.HttpFunctions;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.metric.Measures;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.MutableClock;
import io.betterprompts.common.testkit.TestDatabase;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import io.betterprompts.engine.tokens.JtokkitTokenCounter;
import io.betterprompts.engine.tokens.TokenCounter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The function with the real model, on a database of its own, with a user and a stranger. */
final class EnhanceFixture {

    static final String TRAIN = "A train travels 60 miles in 45 minutes. How far does it go in 2 hours?";

    static final Cors NO_PAGES = new Cors(List.of());

    private static final IntentClassifier CLASSIFIER = TorchIntentClassifier.load();
    private static final TokenCounter TOKENS = new JtokkitTokenCounter();

    final TestDatabase database;
    final MutableClock clock = new MutableClock(Instant.now());
    final Cache cache = MemoryCaches.fresh(clock);
    final Measures measures = new Measures();
    final Calls anyone;
    final UserId user;
    final Calls calls;
    final Calls stranger;

    EnhanceFixture() {
        this(new EnhanceSettings(false, Optional.empty(), NO_PAGES));
    }

    EnhanceFixture(EnhanceSettings settings) {
        this(settings, TestDatabase.fresh(), Calls.trusting());
    }

    EnhanceFixture(EnhanceSettings settings, TestDatabase database, Authenticator authenticator) {
        this.database = database;
        this.user = database.user();
        EnhanceApplication application = new EnhanceApplication();
        Contract contract = Contract.load();
        UserTransactions transactions = new UserTransactions(database.transactions(), new Revisions(database.db()));
        Engines engines = application.engines(settings, CLASSIFIER, TOKENS, database.db());
        EnhanceOperations operations = application.operations(
                settings,
                contract,
                authenticator,
                engines,
                application.versions(database.db(), transactions, Ids.timeOrdered(), clock),
                TOKENS,
                CLASSIFIER,
                cache,
                application.enhancementMeasures(measures, engines),
                database.db());
        anyone = new Calls(application.http(HttpFunctions.unlimited(contract, authenticator), operations));
        calls = anyone.as(user);
        stranger = anyone.as(database.user());
    }

    /** @param most how many of the users' engines to keep */
    static Engines engines(TestDatabase database, int most) {
        return new Engines(
                new PromptEnhancer(CLASSIFIER, RuleSet.bundled(), TOKENS),
                new PostgresOwnSettings(database.db()),
                most);
    }

    Answer enhance(String text) {
        return enhance(Map.of("text", text));
    }

    Answer enhance(Map<String, ?> body) {
        return calls.post("/api/v1/enhance", body);
    }

    Answer iterate(String group, Map<String, ?> body) {
        return calls.post("/api/v1/history/" + group + "/iterate", body);
    }

    /** As the settings function stores it. */
    void set(Map<String, ?> settingsData) {
        database.db()
                .sql("""
                        insert into settings.user_settings (user_id, settings_data, revision, updated_at)
                        values (:user, cast(:data as jsonb), 1, now())
                        on conflict (user_id) do update
                        set settings_data = excluded.settings_data, revision = user_settings.revision + 1
                        """)
                .param("user", user.value())
                .param("data", Json.mapper().writeValueAsString(settingsData))
                .update();
    }

    void setDefaultModel(String model) {
        set(Map.of());
        database.db()
                .sql(
                        "update settings.user_settings set default_model = :model, revision = revision + 1 where user_id = :user")
                .param("model", model)
                .param("user", user.value())
                .update();
    }

    /** A column of the versions of the user, oldest first. */
    List<String> versions(String column) {
        return database.db()
                .sql("select " + column + " from prompts.versions where user_id = :user order by id")
                .param("user", user.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    static Stream<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.path(field).asString());
    }
}
