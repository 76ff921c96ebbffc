/** The texts of edits, in the prompt's language and about this prompt, and how to know them again. */
@NullMarked
package io.betterprompts.engine.generate;

import org.jspecify.annotations.NullMarked;
