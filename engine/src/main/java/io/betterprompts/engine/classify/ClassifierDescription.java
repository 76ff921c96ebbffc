package io.betterprompts.engine.classify;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes with the weights and has to fit them.
 *
 * @param model identifies the weights and the calibration
 * @param labels the meaning of the outputs, in their order
 * @param temperature divides the logits before the softmax
 * @param threshold the classifier abstains where the best probability is below it
 * @param maxTokens how many tokens of a prompt are read, the two special ones included
 * @param golden the self-test
 */
record ClassifierDescription(
        String model, List<String> labels, double temperature, double threshold, int maxTokens, Golden golden) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // provenance is for people
            .build();
    private static final List<String> KNOWN =
            Arrays.stream(Intent.values()).map(Intent::label).toList();

    ClassifierDescription {
        labels = List.copyOf(labels);
    }

    /**
     * A text and what the trained weights make of it.
     *
     * @param logits the outputs before calibration
     * @param tolerance the largest difference that storage and another processor explain
     */
    record Golden(String text, List<Double> logits, double tolerance) {
        Golden {
            logits = List.copyOf(logits);
        }

        boolean matches(float... actual) {
            return actual.length == logits.size() && distance(actual) <= tolerance;
        }

        private double distance(float... actual) {
            double largest = 0;
            for (int i = 0; i < actual.length; i++) {
                // Math.max keeps a NaN, and a NaN is not within the tolerance.
                largest = Math.max(largest, Math.abs(actual[i] - logits.get(i)));
            }
            return largest;
        }
    }

    static ClassifierDescription parse(byte[] json) {
        ClassifierDescription description = JSON.readValue(json, ClassifierDescription.class);
        if (!description.labels().equals(KNOWN)) {
            throw new ClassifierUnusable(
                    "the model was trained for the labels " + description.labels() + ", this engine has " + KNOWN);
        }
        return description;
    }
}
