/** Makes the libraries of the engine layer out of those that Maven resolved: for one processor, and no larger than need be. */
@NullMarked
package io.betterprompts.layer;

import org.jspecify.annotations.NullMarked;
