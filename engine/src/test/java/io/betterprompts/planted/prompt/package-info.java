/** Stands for the first stage. */
@NullMarked
package io.betterprompts.planted.prompt;

import org.jspecify.annotations.NullMarked;
