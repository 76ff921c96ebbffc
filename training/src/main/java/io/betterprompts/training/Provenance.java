package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.model.BaseEncoder;
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

    static Provenance of(Recipe recipe, double temperature, double threshold) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("storage", recipe.storage().name());
        content.put("labels", Arrays.stream(Intent.values()).map(Intent::label).toList());
        content.put("maxTokens", recipe.maxTokens());
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

    Provenance measured(Evaluation calibration) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", calibration.predictions().size());
        figures.put("accuracy", rounded(calibration.accuracy()));
        figures.put("macroF1", rounded(calibration.macroF1()));
        figures.put("top2", rounded(calibration.top2()));
        figures.put("expectedCalibrationError", rounded(calibration.expectedCalibrationError()));
        figures.put("coverage", rounded(calibration.coverage()));
        figures.put("precision", rounded(calibration.precision()));
        Map<String, Object> languages = new LinkedHashMap<>();
        calibration.byLanguage().forEach((language, own) -> languages.put(language, rounded(own.accuracy())));
        figures.put("accuracyByLanguage", languages);
        return with("calibration", figures);
    }

    Provenance trainedOn(Corpus corpus, Corpus calibrationRows, List<FineTuned> parts, Instant finished) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("base", "all-MiniLM-L6-v2");
        training.put("baseSha256", BaseEncoder.ONNX_SHA256);
        training.put("corpusSha256", corpus.sha256());
        training.put("corpusRows", corpus.prompts().size());
        training.put("calibrationSha256", calibrationRows.sha256());
        training.put("calibrationRows", calibrationRows.prompts().size());
        training.put("fineTunings", parts.stream().map(FineTuned::asMap).toList());
        training.put("finished", finished.toString());
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
