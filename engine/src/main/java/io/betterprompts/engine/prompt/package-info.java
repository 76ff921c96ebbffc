/** The structure of a raw prompt: protected spans, what it already says, its language, its material, its complexity. */
@NullMarked
package io.betterprompts.engine.prompt;

import org.jspecify.annotations.NullMarked;
