/** Prompt groups, each with its versions, as one user keeps them. */
@NullMarked
package io.betterprompts.history;

import org.jspecify.annotations.NullMarked;
