package io.betterprompts.common.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip that make package builds, on LocalStack's Lambda, which starts it in AWS's image of the runtime. */
@EnabledIf(value = "canRun", disabledReason = "there is no Docker, or make package has not been run")
class LocalStackFunctionIT {

    private static final String ZIP = "/tmp/settings.zip";
    private static final String EVENT = "/tmp/event.json";
    private static final String ANSWER = "/tmp/answer.json";

    static boolean canRun() {
        if (!SettingsFunction.isBuilt()) {
            System.err.println("SKIPPED: make package has not been run, so no function was tested on LocalStack");
        }
        return SettingsFunction.isBuilt() && LocalStack.canRun();
    }

    @BeforeAll
    static void create() throws IOException, InterruptedException {
        LocalStack.running().copyFileToContainer(SettingsFunction.zip(), ZIP);
        LocalStack.aws(new SettingsFunction().creation(ZIP));
        LocalStack.aws(List.of("lambda", "wait", "function-active-v2", "--function-name", SettingsFunction.NAME));
    }

    @ParameterizedTest
    @MethodSource("io.betterprompts.common.localstack.SettingsFunction#events")
    void answersAsItsFileSays(String file) throws IOException, InterruptedException {
        LocalStack.running().copyFileToContainer(SettingsFunction.event(file), EVENT);

        LocalStack.aws(List.of(
                "lambda", "invoke", "--function-name", SettingsFunction.NAME, "--payload", "fileb://" + EVENT, ANSWER));

        String answer = LocalStack.running()
                .copyFileFromContainer(ANSWER, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertThat(Json.mapper().readTree(answer).path("statusCode").asString())
                .as(answer)
                .isEqualTo(file.split("\\.", -1)[2]);
    }
}
