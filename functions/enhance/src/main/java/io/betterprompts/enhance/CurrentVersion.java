package io.betterprompts.enhance;

import io.betterprompts.engine.select.ModelClass;
import org.jspecify.annotations.Nullable;

/**
 * The version a group stands at.
 *
 * @param text the prompt as it is to be sent to a model
 * @param targetModel the model it is for, if anybody said so
 * @param modelClass the class its techniques were chosen for; null where a client made it
 */
record CurrentVersion(
        String text, @Nullable String targetModel, @Nullable ModelClass modelClass) {}
