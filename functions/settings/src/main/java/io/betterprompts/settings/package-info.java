/** A user's own settings: theme, language, default model, and whatever else their clients keep there. */
@NullMarked
package io.betterprompts.settings;

import org.jspecify.annotations.NullMarked;
