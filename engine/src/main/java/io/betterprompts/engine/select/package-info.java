/** Which rules apply to a prompt, by gates that evidence supports, and why each other technique was left out. */
@NullMarked
package io.betterprompts.engine.select;

import org.jspecify.annotations.NullMarked;
