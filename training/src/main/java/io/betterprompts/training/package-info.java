/** Fine-tunes the intent classifier on the project's corpus, calibrates it and measures it. Never deployed. */
@NullMarked
package io.betterprompts.training;

import org.jspecify.annotations.NullMarked;
