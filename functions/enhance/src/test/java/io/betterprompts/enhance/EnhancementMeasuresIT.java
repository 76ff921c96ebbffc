package io.betterprompts.enhance;

import static io.betterprompts.enhance.EnhanceFixture.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EnhancementMeasuresIT {

    private static final List<String> STAGES =
            List.of("ParseTime", "ClassifyTime", "SelectTime", "GenerateTime", "CheckTime", "StoreTime");

    private final EnhanceFixture function = new EnhanceFixture();

    @Test
    void tellEachStageTheIntentTheTechniquesAndThatTheCacheHadNothing() {
        JsonNode reply = function.enhance(TRAIN).json();

        Map<String, List<Double>> measured = measured();

        List<String> expected = new ArrayList<>(STAGES);
        expected.addAll(List.of(
                "Enhancements",
                "CacheMisses",
                "Intent." + reply.at("/intent/label").asString()));
        reply.path("techniques").forEach(id -> expected.add("Technique." + id.asString()));
        assertThat(reply.path("techniques")).isNotEmpty();
        assertThat(measured.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(STAGES)
                .allSatisfy(stage -> assertThat(measured)
                        .hasEntrySatisfying(
                                stage,
                                times -> assertThat(times)
                                        .singleElement()
                                        .satisfies(ms -> assertThat(ms).isPositive())));
        assertThat(measured)
                .containsEntry(
                        "ClassifyTime", List.of(reply.at("/timings_ms/classify").asDouble()));
    }

    @Test
    void tellAHitOfTheCacheWithoutTheTimesOfTheEnhancementItRepeats() {
        function.enhance(TRAIN);
        measured();

        function.enhance(TRAIN);

        assertThat(measured())
                .containsKeys("CacheHits", "Enhancements", "StoreTime")
                .doesNotContainKeys("CacheMisses", "ClassifyTime");
    }

    @Test
    void tellAnAbstentionInsteadOfAnIntent() {
        JsonNode reply =
                function.enhance("Same as before but with the other one").json();

        assertThat(reply.at("/intent/abstained").asBoolean()).isTrue();
        assertThat(measured().keySet()).contains("Abstentions").noneMatch(name -> name.startsWith("Intent."));
    }

    @Test
    void addUpABatch() {
        Map<String, String> one = Map.of("text", TRAIN);
        function.calls.post("/api/v1/enhance/batch", Map.of("items", List.of(one, one, one)));

        Map<String, List<Double>> measured = measured();

        assertThat(measured)
                .containsEntry("Enhancements", List.of(3.0))
                .containsEntry("CacheHits", List.of(2.0))
                .hasEntrySatisfying("StoreTime", times -> assertThat(times).hasSize(3))
                .hasEntrySatisfying("ClassifyTime", times -> assertThat(times).hasSize(1));
    }

    @Test
    void tellTheNextVersionOfAPromptToo() {
        String group = function.enhance(TRAIN).json().path("history_id").asString();
        measured();

        function.iterate(group, Map.of("direction", "shorter"));

        assertThat(measured()).containsKeys("Enhancements", "CacheMisses", "StoreTime");
    }

    @Test
    void haveNamesThatOperatorsCanLookUp() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "operations.md"));
        function.set(Map.of("rules", HouseRules.YAML));
        function.enhance(TRAIN);
        function.enhance(TRAIN);
        function.enhance("Same as before but with the other one");

        assertThat(measured().keySet())
                .map(name -> name.replaceFirst("\\..*", ".…"))
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    /** Each name costs something, and a user's could say anything. */
    @Test
    void takeNoNameFromAUsersOwnRules() {
        function.set(Map.of("rules", HouseRules.YAML));
        List<String> techniques = new ArrayList<>();
        function.enhance(TRAIN).json().path("techniques").forEach(id -> techniques.add(id.asString()));
        Set<String> intents = Arrays.stream(Intent.values()).map(Intent::label).collect(Collectors.toSet());

        Map<String, List<Double>> measured = measured();

        assertThat(techniques).contains("house_style");
        assertThat(measured)
                .containsKey(EnhancementMeasures.OWN_TECHNIQUE)
                .doesNotContainKey("Technique." + "house_style");
        assertThat(measured.keySet())
                .filteredOn(name -> name.startsWith("Intent."))
                .allMatch(name -> intents.contains(name.substring("Intent.".length())));
    }

    private Map<String, List<Double>> measured() {
        Map<String, List<Double>> measured = new TreeMap<>();
        function.measures
                .take()
                .forEach(metric -> measured.put(
                        metric.name(),
                        metric.values().stream().map(Number::doubleValue).toList()));
        return measured;
    }
}
