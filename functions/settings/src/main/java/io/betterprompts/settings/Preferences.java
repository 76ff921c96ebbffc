package io.betterprompts.settings;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user may set. What is left out has its default.
 *
 * @param settingsData whatever a client wants to find again
 * @param historyRetentionDays after how many days without a change a prompt group is erased; null keeps it
 * @param shareFeedback whether the user's feedback is counted with that of others, without any text
 */
record Preferences(
        String theme,
        String language,
        @Nullable String defaultModel,
        ObjectNode settingsData,
        @Nullable Integer historyRetentionDays,
        Boolean shareFeedback) {

    /** For {@code settings_data}, written as JSON without white space. */
    static final int MAX_DATA_BYTES = 64 * 1024;

    static final Preferences DEFAULT = new Preferences(null, null, null, null, null, null);

    Preferences(
            @Nullable String theme,
            @Nullable String language,
            @Nullable String defaultModel,
            @Nullable ObjectNode settingsData,
            @Nullable Integer historyRetentionDays,
            @Nullable Boolean shareFeedback) {
        this.theme = Optional.ofNullable(theme).orElse("light");
        this.language = Optional.ofNullable(language).orElse("en");
        this.defaultModel = defaultModel;
        this.settingsData = settingsData == null ? Json.mapper().createObjectNode() : settingsData.deepCopy();
        this.historyRetentionDays = historyRetentionDays;
        this.shareFeedback = Boolean.TRUE.equals(shareFeedback);
    }

    /**
     * Refuses more data than a user may keep.
     *
     * @throws ValidationFailed if the data is too large
     */
    Preferences checked() {
        if (Json.mapper().writeValueAsBytes(settingsData).length > MAX_DATA_BYTES) {
            throw new ValidationFailed(
                    Fault.at("/settings_data", "must have at most " + MAX_DATA_BYTES + " bytes as JSON"));
        }
        return this;
    }
}
