package io.betterprompts.engine.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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

    /** Reads the description; JSON is YAML. Its provenance is for people and is passed over. */
    static ClassifierDescription parse(byte[] json) {
        Map<String, Object> fields = new Yaml(new SafeConstructor(new LoaderOptions())).load(utf8(json));
        ClassifierDescription description = new ClassifierDescription(
                (String) field(fields, "model"),
                list(field(fields, "labels"), String.class),
                number(field(fields, "temperature")),
                number(field(fields, "threshold")),
                (int) number(field(fields, "maxTokens")),
                golden((Map<?, ?>) field(fields, "golden")));
        if (!description.labels().equals(KNOWN)) {
            throw new ClassifierUnusable(
                    "the model was trained for the labels " + description.labels() + ", this engine has " + KNOWN);
        }
        return description;
    }

    private static Golden golden(Map<?, ?> fields) {
        return new Golden(
                (String) field(fields, "text"),
                list(field(fields, "logits"), Number.class).stream()
                        .map(Number::doubleValue)
                        .toList(),
                number(field(fields, "tolerance")));
    }

    private static Object field(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new ClassifierUnusable("the description of the model has no " + name);
        }
        return value;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static <T> List<T> list(Object value, Class<T> type) {
        return ((List<?>) value).stream().map(type::cast).toList();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
