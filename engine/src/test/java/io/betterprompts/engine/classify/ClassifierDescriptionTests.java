package io.betterprompts.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.betterprompts.engine.classify.ClassifierDescription.Golden;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClassifierDescriptionTests {

    private static final String LABELS = Arrays.stream(Intent.values())
            .map(intent -> '"' + intent.label() + '"')
            .collect(Collectors.joining(",", "[", "]"));

    @Test
    void readsWhatTheBuildWrites() {
        ClassifierDescription description = parsed(LABELS);

        assertThat(description.model()).isEqualTo("m/1");
        assertThat(description.temperature()).isEqualTo(1.5);
        assertThat(description.threshold()).isEqualTo(0.6);
        assertThat(description.maxTokens()).isEqualTo(128);
        assertThat(description.golden()).isEqualTo(new Golden("hi", List.of(1.0, 2.0), 0.1));
    }

    @Test
    void refusesWeightsForOtherLabels() {
        String reordered = LABELS.replace("question_answering", "chat");

        assertThatExceptionOfType(ClassifierUnusable.class)
                .isThrownBy(() -> parsed(reordered))
                .withMessageContaining("chat");
    }

    @Test
    void goldenAllowsTheTolerance() {
        Golden golden = new Golden("hi", List.of(1.0, -2.0), 0.25);

        assertThat(golden.matches(1.25f, -2.25f)).isTrue();
        assertThat(golden.matches(1.26f, -2)).isFalse();
    }

    @Test
    void goldenRefusesGarbage() {
        Golden golden = new Golden("hi", List.of(1.0, -2.0), 0.25);

        assertThat(golden.matches(Float.NaN, -2)).isFalse();
        assertThat(golden.matches(1, Float.POSITIVE_INFINITY)).isFalse();
        assertThat(golden.matches(1)).isFalse();
    }

    private static ClassifierDescription parsed(String labels) {
        String json = """
                {"storage": "FP16", "model": "m/1", "labels": %s, "temperature": 1.5, "threshold": 0.6, "maxTokens": 128,
                 "golden": {"text": "hi", "logits": [1, 2], "tolerance": 0.1}, "training": {"seconds": 3}}
                """.formatted(labels);
        return ClassifierDescription.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
