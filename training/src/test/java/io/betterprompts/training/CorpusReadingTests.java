package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.betterprompts.engine.classify.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReadingTests {

    private static final String ROW =
            "{\"text\": \"Hallo\", \"label\": \"conversation\", \"lang\": \"de\", \"topic\": \"talk\"}\n";

    @TempDir
    Path folder;

    @Test
    void readsAllFilesOfAFolderInOrder() throws IOException {
        Files.writeString(folder.resolve("b.jsonl"), ROW);
        Files.writeString(
                folder.resolve("a.jsonl"), "{\"text\": \"1+1\", \"label\": \"reasoning\", \"source\": \"x\"}\n");
        Files.writeString(folder.resolve("README.md"), "not a corpus");

        assertThat(Corpus.read(folder).prompts())
                .containsExactly(
                        new LabelledPrompt("1+1", Intent.REASONING, "en", ""),
                        new LabelledPrompt("Hallo", Intent.CONVERSATION, "de", "talk"));
    }

    @Test
    void hashesWhatItRead() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), ROW);
        String before = Corpus.read(folder).sha256();
        Files.writeString(folder.resolve("a.jsonl"), ROW.replace("Hallo", "hallo"));

        assertThat(Corpus.read(folder).sha256()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"x\", \"label\": \"chat\"}",
                "{\"text\": \" \", \"label\": \"reasoning\"}",
                "{\"text\": \"x\"",
                ""
            })
    void namesTheLineThatDoesNotParse(String line) throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), ROW + line + "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.read(folder))
                .withMessage("a.jsonl, line 2");
    }
}
