package io.betterprompts.common.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the tests on LocalStack where they cannot run. */
class LocalStackTests {

    @Test
    void takesTheVersionThatNeedsNoAccount() {
        assertThat(LocalStack.IMAGE.asCanonicalNameString()).isEqualTo("localstack/localstack:4.14.0");
    }

    @Test
    void passesTheTokenOnWhereThereIsOne() {
        assertThat(LocalStack.variables(Optional.of("ls-token")))
                .containsExactly(entry("LOCALSTACK_AUTH_TOKEN", "ls-token"));
        assertThat(LocalStack.variables(Optional.empty())).isEmpty();
    }

    @Test
    void makesTheFunctionThatSamsTemplateDescribes() {
        assertThat(new SettingsFunction().creation("/tmp/settings.zip"))
                .containsSequence("--runtime", "java25")
                .containsSequence("--handler", "io.betterprompts.common.function.EventInvoker")
                .containsSequence("--memory-size", "1024")
                .containsSequence("--zip-file", "fileb:///tmp/settings.zip")
                .contains("{\"Variables\":{\"DB_URL\":\"jdbc:postgresql://127.0.0.1:1/nowhere\","
                        + "\"MAIN_CLASS\":\"io.betterprompts.settings.SettingsApplication\"}}");
    }

    @ParameterizedTest
    @MethodSource("io.betterprompts.common.localstack.SettingsFunction#events")
    void sendsWhatCanBeSentAsItIs(String file) throws IOException {
        assertThat(Files.readString(SettingsFunction.path(file))).doesNotContain("{{");
    }
}
