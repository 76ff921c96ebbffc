package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole product: real model, real PostgreSQL, real events, over HTTP. */
class LocalServerIT {

    private static final String SUMMARIZE = """
            Summarize this article in 3 bullets:

            The town's new ferry made its first crossing on Monday. It carries 40 cars and runs on batteries that charge
            in ten minutes at each pier.

            ```python
            def crossing_time(distance_km, speed_kmh):
                return distance_km / speed_kmh * 60
            ```

            | pier  | cars | minutes |
            |-------|------|---------|
            | north | 18   | 10      |
            | south | 22   | 12      |

            The operator expects to save 900 tonnes of carbon dioxide a year, and fares stay as they are until spring.
            """;

    @TempDir
    private static Path folder;

    private static LocalServer server;
    private static LocalClient anyone;
    private static LocalClient user;

    @BeforeAll
    static void start() {
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        server = new LocalServer(new LocalSettings(0, folder, Optional.empty()), silent);
        anyone = new LocalClient(server.url());
        user = anyone.register("tester");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Operation> operations() {
        return Contract.load().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersEachOperationOfTheContract(Operation operation) {
        String path = operation.path().replaceAll("\\{[^}]+}", "01890a5d-ac96-774b-bcce-b302099a8057");

        LocalClient.Answer answer =
                anyone.send(operation.method(), path, operation.body().isPresent() ? "{}" : null);

        assertThat(answer.problem()).isNotIn("route-not-found", "method-not-allowed", "internal-error");
        if (operation.secured() && !operation.anonymous()) {
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
        assertThat(answer.response().headers().map()).containsKeys("x-content-type-options", "x-request-id");
        assertThat(answer.response().headers().firstValue("ratelimit").isPresent())
                .isEqualTo(!operation.handledAs().equals("readHealth"));
    }

    @Test
    void enhancesAPromptForCodeAndKeepsItsPlaceholder() {
        String prompt = "write a python function that merges two sorted lists, keep {{style}}";

        JsonNode reply = user.enhance(prompt).json();

        assertThat(reply.path("original_text").asString()).isEqualTo(prompt);
        assertThat(reply.path("enhanced_text").asString()).contains(prompt);
        assertThat(reply.path("intent").path("label").asString()).isEqualTo("code_generation");
        assertThat(reply.path("verdict").asString()).isEqualTo("enhanced");
        assertThat(reply.path("edits").valueStream().map(e -> e.path("text").asString()))
                .anyMatch(text -> text.contains("{{style}}"));
        assertThat(reply.path("invariants").valueStream().allMatch(JsonNode::asBoolean))
                .isTrue();
    }

    @Test
    void enhancesASummaryWithoutAskingForALengthAgain() {
        JsonNode reply = user.enhance(SUMMARIZE).json();

        assertThat(reply.path("enhanced_text").asString()).contains(SUMMARIZE);
        assertThat(reply.path("intent").path("label").asString()).isEqualTo("summarization");
        assertThat(reply.path("edits")).isNotEmpty();
        assertThat(reply.path("edits").valueStream().map(e -> e.path("text").asString()))
                .noneMatch(text -> text.contains("sentences") || text.contains("words"));
    }

    @Test
    void leavesAGreetingAlone() {
        JsonNode reply = user.enhance("hi, how are you?").json();

        assertThat(reply.path("verdict").asString()).isEqualTo("unchanged");
        assertThat(reply.path("enhanced_text").asString()).isEqualTo("hi, how are you?");
        assertThat(reply.path("edits")).isEmpty();
        assertThat(reply.path("reasons")).isNotEmpty();
    }

    @Test
    void keepsALongMixedPromptByteForByteThroughTheHistory() {
        String paragraph = "\tПривет 👋🏽 مرحبا بالعالم\r\n```sh\r\necho \"{{name}}\"  # tabs\there\r\n```\r\n";
        String prompt = "Explain what this script does:\r\n" + paragraph.repeat(15_000 / paragraph.length());

        JsonNode reply = user.enhance(prompt).json();
        JsonNode version =
                user.get("/api/v1/versions/" + reply.path("id").asString()).json();

        assertThat(prompt.length()).isGreaterThan(14_900);
        assertThat(reply.path("enhanced_text").asString()).contains(prompt);
        assertThat(version.path("original_prompt").asString()).isEqualTo(prompt);
        assertThat(version.path("optimized_prompt").asString())
                .isEqualTo(reply.path("enhanced_text").asString());
    }

    @Test
    void storesAnEnhancementWhereTheHistoryFindsIt() {
        LocalClient other = anyone.register("keeper");
        JsonNode reply =
                other.enhance("Write a haiku about rain for my grandmother").json();
        String group = reply.path("history_id").asString();

        JsonNode listed = other.get("/api/v1/history").json().path("items");
        JsonNode versions =
                other.get("/api/v1/history/" + group + "/versions").json().path("items");

        assertThat(listed.findValuesAsString("id")).containsExactly(group);
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).path("edits")).isEqualTo(reply.path("edits"));
        assertThat(versions.get(0).path("explanation").path("intent")).isEqualTo(reply.path("intent"));
        assertThat(other.get("/api/prompts/" + group).status()).isEqualTo(200);
        assertThat(user.get("/api/v1/history/" + group).status()).isEqualTo(404);
    }

    @Test
    void appendsAVersionToAGroupOfTheCaller() {
        String group = user.enhance("Plan my week").text("history_id");

        LocalClient.Answer second =
                user.post("/api/v1/enhance", Map.of("text", "Plan my week, I work mornings only", "history_id", group));
        LocalClient.Answer foreign = anyone.register("stranger")
                .post("/api/v1/enhance", Map.of("text", "Plan my week", "history_id", group));

        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(foreign.problem()).isEqualTo("prompt-group-not-found");
    }

    @Test
    void storesNothingWhenAskedNotTo() {
        LocalClient other = anyone.register("passer-by");

        JsonNode reply = other.post("/api/v1/enhance", Map.of("text", "Name my boat", "save", false))
                .json();

        assertThat(reply.path("id").isNull()).isTrue();
        assertThat(other.get("/api/v1/history").json().path("items")).isEmpty();
    }

    @Test
    void enhancesForAnyoneAndKeepsNothingOfIt() {
        JsonNode reply = anyone.enhance("Write a haiku about rain").json();
        JsonNode analysis = anyone.post("/api/v1/analyze", Map.of("text", "Write a haiku about rain"))
                .json();

        assertThat(reply.path("verdict").asString()).isEqualTo("enhanced");
        assertThat(reply.path("history_id").isNull()).isTrue();
        assertThat(analysis.path("intent").path("label").asString()).isEqualTo("creative_writing");
    }

    @Test
    void walksFromAFirstEnhancementToTheNextVersions() {
        LocalClient writer = anyone.register("iterator");
        JsonNode first = writer.enhance("Explain how vaccines work").json();
        String group = "/api/v1/history/" + first.path("history_id").asString();

        LocalClient.Answer directed = writer.post(group + "/iterate", Map.of("direction", "shorter"));
        LocalClient.Answer answered =
                writer.post(group + "/iterate", Map.of("answers", Map.of("audience", "ten-year-olds")));
        JsonNode newest = writer.get(group).json();

        assertThat(directed.json().path("version").asInt()).isEqualTo(2);
        assertThat(answered.json().path("version").asInt()).isEqualTo(3);
        assertThat(newest.path("current_version").path("optimized_prompt").asString())
                .isEqualTo(answered.text("enhanced_text"))
                .startsWith("Explain how vaccines work")
                .contains("ten-year-olds");
        assertThat(writer.get(group + "/versions").json().path("items").findValuesAsString("iteration_direction"))
                .contains("shorter");
    }

    @Test
    void enhancesABatchInItsOrder() {
        LocalClient batcher = anyone.register("batcher");
        List<Map<String, String>> items =
                List.of(Map.of("text", "Name my boat"), Map.of("text", " "), Map.of("text", "Name my dog"));

        JsonNode reply =
                batcher.post("/api/v1/enhance/batch", Map.of("items", items)).json();

        assertThat(reply.path("items")
                        .valueStream()
                        .map(item -> item.path("status").asInt()))
                .containsExactly(200, 422, 200);
        assertThat(reply.path("succeeded").asInt()).isEqualTo(2);
        assertThat(batcher.get("/api/v1/history").json().path("items").findValuesAsString("title"))
                .containsExactly("Name my dog", "Name my boat");
    }

    @Test
    void obeysTheRulesInTheSettings() {
        LocalClient ruler = anyone.register("ruler");
        String prompt = "A train travels 60 miles in 45 minutes. How far does it go in 2 hours?";
        JsonNode before = ruler.enhance(prompt).json();
        String rules = "off: [chain_of_thought]";

        JsonNode replay =
                ruler.post("/api/v1/rules/replay", Map.of("rules", rules)).json();
        ruler.send("PATCH", "/api/v1/settings", Map.of("settings_data", Map.of("rules", rules)));
        JsonNode after = ruler.enhance(prompt).json();

        assertThat(before.path("techniques").toString()).contains("chain_of_thought");
        assertThat(replay.path("totals").path("changed").asInt()).isEqualTo(1);
        assertThat(after.path("techniques").toString()).doesNotContain("chain_of_thought");
        assertThat(after.path("engine").path("rules"))
                .isEqualTo(replay.path("rules").path("candidate"));
    }

    @Test
    void tellsOfRulesInTheSettingsThatCannotBeFollowed() {
        LocalClient ruler = anyone.register("misruler");
        ruler.send("PATCH", "/api/v1/settings", Map.of("settings_data", Map.of("rules", "off: [mind_reading]")));

        LocalClient.Answer answer = ruler.enhance("Name my boat");

        assertThat(answer.problem()).isEqualTo("own-rules-unusable");
        assertThat(answer.json().path("errors").get(0).path("detail").asString())
                .isEqualTo("line 1: no technique 'mind_reading'");
    }

    @Test
    void listsTechniquesAndIntentsToAnyone() {
        LocalClient.Answer techniques = anyone.get("/api/v1/techniques");

        assertThat(techniques.json().path("items").findValuesAsString("id")).contains("few_shot", "react");
        assertThat(techniques.response().headers().firstValue("etag")).isPresent();
        assertThat(anyone.get("/api/v1/intents").json().path("items")).hasSize(14);
    }

    @Test
    void refusesATechniqueThereIsNoneOf() {
        LocalClient.Answer answer =
                user.post("/api/v1/enhance", Map.of("text", "Name my boat", "prefer_techniques", List.of("magic")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("#/prefer_techniques");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t"})
    void refusesAPromptWithNothingOnIt(String text) {
        assertThat(user.enhance(text).status()).isEqualTo(422);
    }

    @Test
    void takesTwentyThousandCharactersAndNoMore() {
        assertThat(user.enhance("😀".repeat(20_000)).status()).isEqualTo(200);

        LocalClient.Answer answer = user.enhance("x".repeat(20_001));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("#/text");
    }

    @Test
    void tellsWhatIsWrongWithARequest() {
        assertThat(user.post("/api/v1/enhance", "{\"text\": ").problem()).isEqualTo("malformed-request");
        assertThat(anyone.get("/api/v1/history").problem()).isEqualTo("unauthenticated");
        assertThat(anyone.withToken("x.y.z").enhance("hi").problem()).isEqualTo("access-token-invalid");
        assertThat(user.get("/api/v1/nowhere").problem()).isEqualTo("route-not-found");
        assertThat(user.send("PUT", "/api/v1/enhance", null).problem()).isEqualTo("method-not-allowed");
    }

    @Test
    void endsASessionEverywhereAtOnce() {
        LocalClient leaver = anyone.register("leaver");

        assertThat(leaver.send("POST", "/api/v1/auth/logout", null).status()).isEqualTo(204);

        assertThat(leaver.get("/api/v1/settings").problem()).isEqualTo("access-token-invalid");
        assertThat(leaver.get("/api/v1/history").problem()).isEqualTo("access-token-invalid");
    }

    @Test
    void servesItsOwnContractAndHealth() {
        assertThat(anyone.get("/openapi.yaml").response().body()).startsWith("openapi: 3.1.0");
        assertThat(anyone.get("/api/v1/health").text("status")).isEqualTo("ok");
        assertThat(anyone.get("/api/v1/health/ready").text("status")).isEqualTo("ready");
    }
}
