/** Counts tokens with a real byte-pair encoding. */
@NullMarked
package io.betterprompts.engine.tokens;

import org.jspecify.annotations.NullMarked;
