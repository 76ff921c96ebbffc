package io.betterprompts.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The build step that turns the committed delta into the files the engine loads. It runs only if the delta, its
 * provenance or this package's code changed since the last run.
 */
public final class BuildClassifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ARCHIVE = "intent-classifier.pt";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String DESCRIPTION = "intent-classifier.json";

    private final Path weights;
    private final Path resources;
    private final Path stamp;

    BuildClassifier(Path weights, Path classes, Path stamp) {
        this.weights = weights;
        this.resources = classes.resolve("io/betterprompts/model");
        this.stamp = stamp;
    }

    /**
     * Called by the build.
     *
     * @param args folder of the delta, folder of the classes to add to, file to remember the inputs in
     */
    public static void main(String[] args) throws IOException {
        new BuildClassifier(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    /** Whether there was anything to do. */
    boolean run() throws IOException {
        Files.createDirectories(resources);
        String inputs = inputs();
        if (isCurrent(inputs)) {
            return false;
        }
        Files.deleteIfExists(stamp);
        write();
        Files.writeString(stamp, inputs);
        return true;
    }

    private boolean isCurrent(String inputs) throws IOException {
        return Files.exists(stamp)
                && Files.readString(stamp).equals(inputs)
                && Stream.of(ARCHIVE, TOKENIZER, DESCRIPTION)
                        .map(resources::resolve)
                        .allMatch(Files::exists);
    }

    private void write() throws IOException {
        ObjectNode description = (ObjectNode) JSON.readTree(Files.readAllBytes(provenance()));
        Weights base = BaseEncoder.weights();
        Weights merged = WeightDeltaFile.read(delta()).appliedTo(base);
        WeightStorage storage = WeightStorage.valueOf(description.get("storage").asString());
        byte[] archive = BertTorchScript.archive(merged, EncoderShape.MINI_LM_L6, storage);
        byte[] tokenizer = BaseEncoder.tokenizer();
        description.put("model", modelId(archive, tokenizer));
        description.put("archiveSha256", Sha256.of(archive));
        Files.write(resources.resolve(ARCHIVE), archive);
        Files.write(resources.resolve(TOKENIZER), tokenizer);
        Files.write(
                resources.resolve(DESCRIPTION),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(description));
    }

    /** Temperature and threshold change the answers as much as weights do, so they are part of what is identified. */
    private String modelId(byte[] archive, byte[] tokenizer) throws IOException {
        String hash = new Sha256()
                .update(archive)
                .update(tokenizer)
                .update(Files.readAllBytes(provenance()))
                .hex();
        return "minilm-l6-h384-intent/" + hash.substring(0, 12);
    }

    private String inputs() throws IOException {
        Sha256 hash = new Sha256();
        hash.update(Files.readAllBytes(delta())).update(Files.readAllBytes(provenance()));
        for (Path code : code()) {
            hash.update(Files.readAllBytes(code));
        }
        return hash.hex();
    }

    private List<Path> code() throws IOException {
        try (Stream<Path> files = Files.list(resources)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private Path delta() {
        return weights.resolve("intent-classifier.delta");
    }

    private Path provenance() {
        return weights.resolve("provenance.json");
    }
}
