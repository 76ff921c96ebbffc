package io.betterprompts.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that steers one fine-tuning besides the corpus.
 *
 * @param epochs the most passes over the training rows; the best one by held-out macro-F1 is kept
 * @param batchSize rows of a step
 * @param learningRate of the encoder at its peak, after warm-up
 * @param headLearningRate of the head at its peak
 * @param warmUp share of the steps in which the rates rise; afterwards they fall linearly to zero
 * @param weightDecay of AdamW
 * @param dropout probability, in the trained layers and before the head
 * @param labelSmoothing share of the target spread over all labels
 * @param trainedLayers how many of the last encoder layers learn; the embeddings never do
 * @param maxTokens of a row, head and tail as in the engine
 * @param heldOut share of the topics kept for choosing the epoch
 * @param patience epochs without improvement before stopping
 * @param pasted share of the short requests about a text that get a passage in an epoch, see {@link PastedPassages}
 * @param nonEnglishWeight of a row in another language, relative to an English one
 * @param seed of everything drawn
 */
record HyperParameters(
        int epochs,
        int batchSize,
        double learningRate,
        double headLearningRate,
        double warmUp,
        double weightDecay,
        double dropout,
        double labelSmoothing,
        int trainedLayers,
        int maxTokens,
        double heldOut,
        int patience,
        double pasted,
        double nonEnglishWeight,
        long seed) {

    static final HyperParameters DEFAULT =
            new HyperParameters(4, 32, 1e-4, 1e-3, 0.1, 0.01, 0.1, 0.05, 6, 128, 0.1, 2, 0.4, 1, 20261122);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The defaults with some replaced.
     *
     * @param arguments such as {@code epochs=3}
     * @throws IllegalArgumentException on a name that is none of the above
     */
    static HyperParameters of(List<String> arguments) {
        Map<String, Object> values = new HashMap<>(DEFAULT.asMap());
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 || values.put(argument.substring(0, equals), argument.substring(equals + 1)) == null) {
                throw new IllegalArgumentException(
                        argument + " sets none of " + DEFAULT.asMap().keySet());
            }
        }
        return JSON.convertValue(values, HyperParameters.class);
    }

    GroupedSplit split(Corpus corpus) {
        return GroupedSplit.of(corpus.prompts(), heldOut, seed);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> asMap() {
        return JSON.convertValue(this, Map.class);
    }
}
