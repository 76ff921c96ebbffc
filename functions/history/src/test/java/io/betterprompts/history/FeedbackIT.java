package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.testkit.Calls;
import io.betterprompts.common.testkit.Calls.Answer;
import io.betterprompts.common.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedbackIT {

    private static final String PATH = "/api/v1/feedback";

    private final HistoryFixture function = new HistoryFixture();
    private final TestDatabase database = function.database;
    private final Calls anyone = function.anyone;
    private final UserId user = function.user;
    private final Calls calls = function.calls;
    private final JudgedVersions fixture = new JudgedVersions(database);

    @Test
    void isKeptForAVersionAndForEachOfItsEdits() {
        UUID version = fixture.version(user);

        Answer whole = calls.post(PATH, Map.of("version_id", version, "rating", 5, "comment", "é\r\n"));
        Answer edit = calls.post(PATH, Map.of("version_id", version, "edit_id", "e1", "verdict", "removed"));

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.json().path("edit_id").isNull()).isTrue();
        assertThat(whole.json().path("comment").asString()).isEqualTo("é\r\n");
        assertThat(edit.json().path("verdict").asString()).isEqualTo("removed");
        assertThat(edit.json().path("rating").isNull()).isTrue();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void isReplacedByALaterOpinion() {
        UUID version = fixture.version(user);
        Answer first = calls.post(PATH, Map.of("version_id", version, "rating", 5));

        Answer second = calls.post(PATH, Map.of("version_id", version, "verdict", "kept"));

        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("rating").isNull()).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"edit_id\": \"e1\"}",
                "{\"rating\": 0}",
                "{\"rating\": 6}",
                "{\"rating\": 2.5}",
                "{\"verdict\": \"loved\"}",
                "{\"comment\": \"\"}",
                "{\"edit_id\": \"e9\", \"verdict\": \"kept\"}"
            })
    void saysSomething(String body) {
        String with = body.replaceFirst(
                "\\{", "{\"version_id\": \"" + fixture.version(user) + "\"" + (body.length() > 2 ? ", " : ""));

        assertThat(calls.post(PATH, with).problem()).isEqualTo("validation-failed");
        assertThat(rows()).isZero();
    }

    @Test
    void isGivenForOnesOwnVersionsThatAreNotDeleted() {
        UUID version = fixture.version(user);
        Map<String, ?> body = Map.of("version_id", version, "rating", 1);

        assertThat(anyone.as(database.user()).post(PATH, body).problem()).isEqualTo("version-not-found");
        database.db().sql("update prompts.history set deleted_at = now()").update();
        assertThat(calls.post(PATH, body).problem()).isEqualTo("version-not-found");
    }

    @Test
    void makesAnEstimateOnceThereIsEnough() {
        for (int i = 0; i < 19; i++) {
            judge(calls, fixture.version(user), i < 15 ? "kept" : "removed");
        }
        JsonNode before = effectiveness(calls).get(0).path("own");
        judge(calls, fixture.version(user), "removed");
        JsonNode after = effectiveness(calls).get(0);

        assertThat(before.toString())
                .isEqualTo("{\"n\":19,\"kept\":15,\"state\":\"unknown\",\"mean\":null,\"interval\":null}");
        assertThat(after.path("technique").asString()).isEqualTo("few_shot");
        assertThat(after.path("intent").asString()).isEqualTo("reasoning");
        assertThat(after.path("model_class").asString()).isEqualTo("standard");
        assertThat(after.path("own").path("n").asInt()).isEqualTo(20);
        assertThat(after.path("own").path("mean").asDouble()).isEqualTo(0.7273);
        assertThat(after.path("own").path("interval").path("low").asDouble()).isLessThan(0.7273);
    }

    @Test
    void countsAnEditAsItWasJudgedAndElseAsItsVersion() {
        UUID version = fixture.version(user);
        calls.post(PATH, Map.of("version_id", version, "rating", 4));
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e1", "verdict", "removed", "rating", 5));
        UUID indifferent = fixture.version(user);
        calls.post(PATH, Map.of("version_id", indifferent, "rating", 3));

        JsonNode items = effectiveness(calls);

        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("own").path("kept").asInt()).isZero();
        assertThat(items.get(0).path("own").path("n").asInt()).isEqualTo(1);
        assertThat(items.get(1).path("technique").asString()).isEqualTo("role_play");
        assertThat(items.get(1).path("own").path("kept").asInt()).isEqualTo(1);
    }

    @Test
    void isToldToOthersOnlyByThoseWhoShareItAndOnlyByMany() {
        Calls reader = anyone.as(database.user());
        for (int i = 0; i < 4; i++) {
            sharer(true);
        }
        sharer(false);
        assertThat(effectiveness(reader)).isEmpty();

        sharer(true);

        JsonNode shared = effectiveness(reader).get(0).path("shared");
        assertThat(shared.path("n").asInt()).isEqualTo(20);
        assertThat(shared.path("mean").asDouble()).isEqualTo(0.9545);
        assertThat(effectiveness(reader).get(0).path("own").path("n").asInt()).isZero();
    }

    @Test
    void isReadBackForItsVersion() {
        UUID version = fixture.version(user);
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e2", "rating", 2));
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e1", "verdict", "kept"));
        JsonNode whole = calls.post(PATH, Map.of("version_id", version, "comment", "good"))
                .json();
        UUID other = fixture.version(user);
        calls.post(PATH, Map.of("version_id", other, "rating", 1));

        JsonNode items = of(version);

        assertThat(items.valueStream().map(item -> item.path("edit_id").asString(null)))
                .containsExactly(null, "e1", "e2");
        assertThat(items.get(0)).isEqualTo(whole);
        assertThat(whole.path("source").asString()).isEqualTo("given");
        assertThat(of(fixture.version(user))).isEmpty();
    }

    @Test
    void isReadByNobodyElse() {
        UUID version = fixture.version(user);
        calls.post(PATH, Map.of("version_id", version, "rating", 2));

        assertThat(anyone.as(database.user()).get(path(version, "feedback")).problem())
                .isEqualTo("version-not-found");
        database.db().sql("update prompts.history set deleted_at = now()").update();
        assertThat(calls.get(path(version, "feedback")).problem()).isEqualTo("version-not-found");
    }

    @Test
    void isReplacedOnlyByWhoKnowsIt() {
        Map<String, ?> body = Map.of("version_id", fixture.version(user), "rating", 2);
        Answer first = calls.send("POST", PATH, body, Map.of("if-match", "\"0\""));
        Answer second = calls.send("POST", PATH, body, Map.of("if-match", first.header("etag")));

        Answer late = calls.send("POST", PATH, body, Map.of("if-match", first.header("etag")));

        assertThat(second.header("etag")).isEqualTo("\"2\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("etag")).isEqualTo("\"2\"");
        assertThat(late.json().path("current")).isEqualTo(second.json());
    }

    @Test
    void followsFromAChoiceAmongEdits() {
        UUID version = enhanced();

        choose(version, "reject", "e2");

        assertThat(verdicts(version)).containsExactly("e1 kept choice", "e2 removed choice", "e3 kept choice");
    }

    @Test
    void saysMoreThanAChoice() {
        UUID version = enhanced();
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e1", "verdict", "removed"));
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e2", "rating", 5));
        choose(version, "accept", "e1");
        calls.post(PATH, Map.of("version_id", version, "edit_id", "e3", "verdict", "kept"));

        assertThat(verdicts(version)).containsExactly("e1 removed given", "e2 null given", "e3 kept given");
    }

    @Test
    void countsAnEditOnceHoweverOftenOneChooses() {
        UUID version = enhanced();
        UUID fewer = choose(version, "reject", "e2");
        UUID restored = UUID.fromString(HistoryFixture.id(calls.post("/api/v1/versions/" + fewer + "/restore", null)));
        choose(restored, "reject", "e1");

        assertThat(verdicts(version)).containsExactly("e1 removed choice", "e2 removed choice", "e3 kept choice");
        assertThat(verdicts(fewer)).isEmpty();
        assertThat(verdicts(restored)).isEmpty();

        choose(version, "accept", "e2");

        assertThat(verdicts(version)).containsExactly("e1 removed choice", "e2 kept choice", "e3 removed choice");
        assertThat(of(version).get(0).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void followsFromNoChoiceThatIsRefused() {
        UUID version = enhanced();

        calls.post(path(version, "edits"), Map.of("reject", List.of("e2", "e9")));
        calls.send("POST", path(version, "edits"), Map.of("reject", List.of("e2")), Map.of("if-match", "\"9\""));

        assertThat(rows()).isZero();
    }

    /** A version with the edits e1, e2 and e3. */
    private UUID enhanced() {
        return function.enhanced(function.create("Write."), 2, "Write.", "\n");
    }

    /** The version that comes of the choice. */
    private UUID choose(UUID version, String how, String edit) {
        Answer chosen = calls.post(path(version, "edits"), Map.of(how, List.of(edit)));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(201);
        return UUID.fromString(HistoryFixture.id(chosen));
    }

    private JsonNode of(UUID version) {
        return calls.get(path(version, "feedback")).json().path("items");
    }

    private List<String> verdicts(UUID version) {
        return of(version)
                .valueStream()
                .map(item -> item.path("edit_id").asString() + " "
                        + item.path("verdict").asString("null") + " "
                        + item.path("source").asString())
                .toList();
    }

    private static String path(UUID version, String what) {
        return "/api/v1/versions/" + version + "/" + what;
    }

    private void sharer(boolean shares) {
        UserId one = database.user();
        database.db()
                .sql(
                        "insert into settings.user_settings (user_id, share_feedback, revision, updated_at) values (:user, :shares, 1, now())")
                .param("user", one.value())
                .param("shares", shares)
                .update();
        for (int i = 0; i < 4; i++) {
            judge(anyone.as(one), fixture.version(one), "kept");
        }
    }

    private static void judge(Calls who, UUID version, String verdict) {
        assertThat(who.post(PATH, Map.of("version_id", version, "edit_id", "e1", "verdict", verdict))
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode effectiveness(Calls who) {
        return who.get(PATH + "/effectiveness").json().path("items");
    }

    private int rows() {
        return database.db()
                .sql("select count(*) from prompts.feedback")
                .query(Integer.class)
                .single();
    }
}
