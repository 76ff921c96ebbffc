package io.betterprompts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ValidationFailed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PreferencesTests {

    private static final int AROUND = "{\"a\":\"\"}".length();

    @Test
    void haveDefaults() {
        assertThat(Json.mapper().writeValueAsString(Preferences.DEFAULT))
                .isEqualTo("{\"theme\":\"light\",\"language\":\"en\",\"default_model\":null,\"settings_data\":{},"
                        + "\"history_retention_days\":null,\"share_feedback\":false}");
    }

    @Test
    void holdDataUpToTheLimitInBytes() {
        assertThatCode(() -> of("é".repeat((Preferences.MAX_DATA_BYTES - AROUND) / 2))
                        .checked())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> of("é".repeat((Preferences.MAX_DATA_BYTES - AROUND) / 2 + 1))
                        .checked())
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        e -> assertThat(Json.mapper().writeValueAsString(e.problem("/", "id")))
                                .contains("\"pointer\":\"#/settings_data\""));
    }

    @Test
    void keepTheirOwnCopyOfTheData() {
        ObjectNode data = Json.mapper().createObjectNode();
        Preferences preferences = new Preferences(null, null, null, data, null, null);

        data.put("later", true);

        assertThat(preferences.settingsData()).isEmpty();
    }

    private static Preferences of(String text) {
        return new Preferences(
                null, null, null, Json.mapper().createObjectNode().put("a", text), null, null);
    }
}
