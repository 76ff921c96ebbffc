package io.betterprompts.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.betterprompts.engine.classify.TorchIntentClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierPageTests {

    @TempDir
    private Path folder;

    @Test
    void keepsTheProseAndReplacesTheFigures() throws IOException {
        Path page =
                Files.writeString(folder.resolve("page.md"), "# Prose\n\n" + ClassifierPage.MARK + "\n\nold figures\n");

        new ClassifierPage(page).write("new figures\n", "<svg/>");

        assertThat(page).hasContent("# Prose\n\n" + ClassifierPage.MARK + "\n\nnew figures\n");
        assertThat(folder.resolve(ClassifierPage.PICTURE)).hasContent("<svg/>");
    }

    @Test
    void needsTheMark() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "# Prose\n");

        assertThatIllegalArgumentException().isThrownBy(() -> new ClassifierPage(page).write("figures", "<svg/>"));
    }

    @Test
    void showsTheFiguresOfTheWeightsThatAreShipped() throws IOException {
        try (TorchIntentClassifier classifier = TorchIntentClassifier.load()) {
            assertThat(Path.of("../docs/classifier.md"))
                    .as("run make evaluate")
                    .content()
                    .contains("Model `" + classifier.modelId() + "`");
        }
    }
}
