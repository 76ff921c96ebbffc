package io.betterprompts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuildClassifierTests {

    private static final Path COMMITTED = Path.of("src/main/weights");

    @TempDir
    Path folder;

    private Path weights;
    private Path archive;

    @BeforeEach
    void copyWeights() throws IOException {
        weights = Files.createDirectory(folder.resolve("weights"));
        for (String file : new String[] {"intent-classifier.delta", "provenance.json"}) {
            Files.copy(COMMITTED.resolve(file), weights.resolve(file));
        }
        archive = folder.resolve("classes/io/betterprompts/model/intent-classifier.pt");
    }

    @Test
    void buildsOnceAndAgainOnlyWhenSomethingChanged() throws IOException {
        assertThat(build()).isTrue();
        FileTime built = Files.getLastModifiedTime(archive);
        assertThat(build()).isFalse();
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(built);

        String before = model();
        Path provenance = weights.resolve("provenance.json");
        Files.writeString(provenance, Files.readString(provenance) + "\n");
        assertThat(build()).isTrue();
        assertThat(model()).isNotEqualTo(before);

        Files.delete(archive);
        assertThat(build()).isTrue();
    }

    @Test
    void describesWhatItBuilt() throws IOException {
        build();

        JsonNode description = description();
        assertThat(description.get("archiveSha256").asString()).isEqualTo(Sha256.of(Files.readAllBytes(archive)));
        assertThat(description.get("model").asString()).matches("minilm-l6-h384-intent/[0-9a-f]{12}");
        assertThat(description.get("labels")).hasSize(14);
        assertThat(description.get("golden").get("logits")).hasSize(14);
        assertThat(description.at("/training/baseSha256").asString()).isEqualTo(BaseEncoder.ONNX_SHA256);
    }

    private boolean build() throws IOException {
        return new BuildClassifier(weights, folder.resolve("classes"), folder.resolve("stamp")).run();
    }

    private String model() throws IOException {
        return description().get("model").asString();
    }

    private JsonNode description() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(archive.resolveSibling("intent-classifier.json")));
    }
}
