package io.betterprompts.training;

import io.betterprompts.model.WeightDelta;
import io.betterprompts.model.WeightDeltaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one fine-tuning gave.
 *
 * @param bestEpoch the one whose weights these are, the first is 1
 * @param heldOutMacroF1 after it
 * @param seconds it took
 */
record FineTuned(
        WeightDelta delta, HyperParameters hyperParameters, int bestEpoch, double heldOutMacroF1, long seconds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everything but the weights. */
    private record Outcome(HyperParameters hyperParameters, int bestEpoch, double heldOutMacroF1, long seconds) {}

    /** Writes the delta first: where there is an outcome, there is all of it. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        WeightDeltaFile.write(delta, weights(folder));
        Files.write(
                outcome(folder),
                JSON.writeValueAsBytes(new Outcome(hyperParameters, bestEpoch, heldOutMacroF1, seconds)));
    }

    static boolean isIn(Path folder) {
        return Files.exists(outcome(folder));
    }

    static FineTuned read(Path folder) throws IOException {
        Outcome outcome = JSON.readValue(Files.readAllBytes(outcome(folder)), Outcome.class);
        return new FineTuned(
                WeightDeltaFile.read(weights(folder)),
                outcome.hyperParameters(),
                outcome.bestEpoch(),
                outcome.heldOutMacroF1(),
                outcome.seconds());
    }

    private static Path weights(Path folder) {
        return folder.resolve("fine-tuned.delta");
    }

    private static Path outcome(Path folder) {
        return folder.resolve("outcome.json");
    }

    /** For the provenance of the weights made of it. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(hyperParameters.asMap());
        map.put("bestEpoch", bestEpoch);
        map.put("heldOutMacroF1", heldOutMacroF1);
        map.put("seconds", seconds);
        return map;
    }
}
