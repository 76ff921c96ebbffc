package io.betterprompts.training;

import io.betterprompts.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled prompts in the order of their files and lines.
 *
 * @param sha256 of the files, in that order
 */
record Corpus(List<LabelledPrompt> prompts, String sha256) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // other corpora keep sources and licences
            .build();

    Corpus {
        prompts = List.copyOf(prompts);
    }

    /**
     * All {@code .jsonl} files of a folder, or one file.
     *
     * @throws IllegalArgumentException naming file and line of a row that does not parse
     */
    static Corpus read(Path path) {
        try {
            Sha256 hash = new Sha256();
            List<LabelledPrompt> prompts = new ArrayList<>();
            for (Path file : files(path)) {
                hash.update(Files.readAllBytes(file));
                prompts.addAll(rows(file));
            }
            return new Corpus(prompts, hash.hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static List<LabelledPrompt> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<LabelledPrompt> prompts = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            try {
                prompts.add(
                        JSON.readValue(lines.get(i), LabelledPrompt.Row.class).prompt());
            } catch (JacksonException | IllegalArgumentException e) {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (i + 1), e);
            }
        }
        return prompts;
    }
}
