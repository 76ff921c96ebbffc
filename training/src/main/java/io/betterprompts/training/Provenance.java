package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.model.BaseEncoder;
import io.betterprompts.model.WeightStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The file beside the delta: what the engine needs in order to use the weights, and how they came about. */
record Provenance(Map<String, Object> content) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Provenance {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    static Provenance of(int maxTokens, double temperature, double threshold) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("storage", WeightStorage.FP16.name());
        content.put("labels", Arrays.stream(Intent.values()).map(Intent::label).toList());
        content.put("maxTokens", maxTokens);
        content.put("temperature", rounded(temperature));
        content.put("threshold", rounded(threshold));
        return new Provenance(content);
    }

    Provenance tested(String text, float[] logits, double tolerance) {
        List<Double> expected = new ArrayList<>();
        for (float logit : logits) {
            expected.add(rounded(logit));
        }
        Map<String, Object> golden = new LinkedHashMap<>();
        golden.put("text", text);
        golden.put("logits", expected);
        golden.put("tolerance", tolerance);
        return with("golden", golden);
    }

    Provenance measured(Evaluation heldOut) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", heldOut.predictions().size());
        figures.put("accuracy", rounded(heldOut.accuracy()));
        figures.put("macroF1", rounded(heldOut.macroF1()));
        figures.put("top2", rounded(heldOut.top2()));
        figures.put("expectedCalibrationError", rounded(heldOut.expectedCalibrationError()));
        figures.put("coverage", rounded(heldOut.coverage()));
        figures.put("precision", rounded(heldOut.precision()));
        Map<String, Object> languages = new LinkedHashMap<>();
        heldOut.byLanguage().forEach((language, own) -> languages.put(language, rounded(own.accuracy())));
        figures.put("accuracyByLanguage", languages);
        return with("heldOut", figures);
    }

    Provenance trainedOn(
            Corpus corpus, GroupedSplit split, HyperParameters hyper, int epoch, Instant finished, long seconds) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("base", "all-MiniLM-L6-v2");
        training.put("baseSha256", BaseEncoder.ONNX_SHA256);
        training.put("corpusSha256", corpus.sha256());
        training.put("corpusRows", corpus.prompts().size());
        training.put("trainingRows", split.training().size());
        training.put("hyperParameters", hyper.asMap());
        training.put("bestEpoch", epoch);
        training.put("finished", finished.toString());
        training.put("seconds", seconds);
        return with("training", training);
    }

    private Provenance with(String key, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(content);
        extended.put(key, value);
        return new Provenance(extended);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    void write(Path file) throws IOException {
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }
}
