/** Prompts to fill in: a user's own, and those that others made public. */
@NullMarked
package io.betterprompts.templates;

import org.jspecify.annotations.NullMarked;
