package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.data.InvalidRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRulesTests {

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheEngineUnlessThereIsAnOverlay() {
        assertThat(DeploymentRules.load(Optional.empty()).hash())
                .isEqualTo(RuleSet.bundled().hash());
    }

    @Test
    void comeFromAFileOrTheClassPath() throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, HouseRules.YAML);

        RuleSet ofFile = DeploymentRules.load(Optional.of(file.toString()));
        RuleSet ofClassPath = DeploymentRules.load(Optional.of(HouseRules.PLACE));

        assertThat(ofFile.off()).containsExactly("emotional_appeal");
        assertThat(ofFile.hash()).isEqualTo(ofClassPath.hash());
    }

    @Test
    void refuseAWrongFileWithItsNameAndLine() throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, "prefer: [few_shot]\noff: [mind_reading]\n");

        assertThatThrownBy(() -> DeploymentRules.load(Optional.of(file.toString())))
                .isInstanceOf(InvalidRules.class)
                .hasMessage(file + ":2: no technique 'mind_reading'");
    }

    @Test
    void refuseAFileThatIsNotThere() {
        String missing = folder.resolve("none.yaml").toString();

        assertThatThrownBy(() -> DeploymentRules.load(Optional.of(missing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing);
        assertThatThrownBy(() -> DeploymentRules.load(Optional.of("classpath:none.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.yaml");
    }
}
