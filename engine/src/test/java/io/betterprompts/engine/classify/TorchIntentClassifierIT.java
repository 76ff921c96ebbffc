package io.betterprompts.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.betterprompts.engine.classify.Classification.Scored;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TorchIntentClassifierIT {

    private static final List<String> TEXTS = List.of(
            "Translate this sentence into German: the ferry leaves at nine.",
            "Write a Python function that merges two sorted lists",
            "what is 17 % of 340?",
            "tldr",
            "My washing machine stops in the middle of every cycle and shows E21. What can I do?",
            "Summarise:\n\n" + "The council met again on Tuesday to discuss the bridge. ".repeat(60));

    private TorchIntentClassifier classifier;
    private final List<LoadStep> steps = new ArrayList<>();

    @BeforeAll
    void load() {
        classifier = TorchIntentClassifier.load(steps::add);
    }

    @AfterAll
    void close() {
        classifier.close();
    }

    @Test
    void tellsEachStepOfLoadingInOrder() {
        assertThat(steps).containsExactly(LoadStep.values());
    }

    @Test
    void identifiesItsWeights() {
        assertThat(classifier.modelId()).matches("minilm-l6-h384-intent/[0-9a-f]{12}");
    }

    @Test
    void ranksEveryIntentOnce() {
        Classification classification = classifier.classify(TEXTS.getFirst());

        assertThat(classification.ranked()).extracting(Scored::intent).containsExactlyInAnyOrder(Intent.values());
        assertThat(EnumSet.copyOf(List.of(Intent.values()))).hasSameSizeAs(classification.ranked());
        assertThat(classification.ranked())
                .extracting(Scored::probability)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(classification.ranked().stream()
                        .mapToDouble(Scored::probability)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void recognisesPlainRequests() {
        assertThat(classifier.classify(TEXTS.get(0)).intent()).isEqualTo(Intent.TRANSLATION);
        assertThat(classifier.classify(TEXTS.get(1)).intent()).isEqualTo(Intent.CODE_GENERATION);
        assertThat(classifier.classify(TEXTS.get(2)).intent()).isEqualTo(Intent.REASONING);
    }

    @Test
    void answersConcurrentCallsLikeSerialOnes() throws InterruptedException, ExecutionException {
        List<Classification> serial = TEXTS.stream().map(classifier::classify).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Classification>> concurrent = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                String text = TEXTS.get(i % TEXTS.size());
                concurrent.add(threads.submit(() -> classifier.classify(text)));
            }
            for (int i = 0; i < concurrent.size(); i++) {
                assertThat(concurrent.get(i).get()).isEqualTo(serial.get(i % TEXTS.size()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                " a ",
                "\u0000x",
                "\uD83D",
                "🙈🙈🙈",
                "اكتب قصيدة عن البحر",
                "为我的面包店想几个名字",
                "\u200B",
                "\uFEFF?",
                "{{placeholder}}"
            })
    void classifiesAnyTextThatIsNotBlank(String text) {
        assertThat(classifier.classify(text).confidence()).isBetween(1.0 / Intent.values().length, 1.0);
    }

    @Test
    void refusesBlankText() {
        assertThatThrownBy(() -> classifier.classify(" \n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheBeginningAndTheEndOfAVeryLongText() {
        String filler = "It rained all day and the ferry was late again. ".repeat(420);
        assertThat(filler).hasSizeGreaterThan(20_000);

        Classification plain = classifier.classify(filler);
        assertThat(classifier.classify("Write SQL for this. " + filler)).isNotEqualTo(plain);
        assertThat(classifier.classify(filler + " Write SQL for this.")).isNotEqualTo(plain);
        String halves = filler.substring(0, 10_080);
        assertThat(classifier.classify(halves + "Write SQL for this. " + filler))
                .isEqualTo(plain);
    }

    @Test
    void refusesWeightsThatAreCutOff() {
        ClassifierFiles cut = name -> {
            byte[] whole = ClassifierFiles.bundled().read(name);
            return new ByteArrayInputStream(
                    name.equals(ClassifierFiles.ARCHIVE) ? Arrays.copyOf(whole, whole.length / 2) : whole);
        };

        assertThatExceptionOfType(ClassifierUnusable.class)
                .isThrownBy(() -> TorchIntentClassifier.load(cut, step -> {}))
                .withMessage("the weights cannot be read");
    }

    @Test
    void refusesToStartWhenTheNetworkComputesSomethingElse() {
        ClassifierFiles planted = name -> {
            if (!name.equals(ClassifierFiles.DESCRIPTION)) {
                return ClassifierFiles.bundled().open(name);
            }
            String json = new String(ClassifierFiles.bundled().read(name), StandardCharsets.UTF_8);
            return new ByteArrayInputStream(
                    json.replace("boil this down", "boil these eggs").getBytes(StandardCharsets.UTF_8));
        };

        assertThatExceptionOfType(ClassifierUnusable.class)
                .isThrownBy(() -> TorchIntentClassifier.load(planted, step -> {}))
                .withMessageContaining("self-test failed");
    }
}
