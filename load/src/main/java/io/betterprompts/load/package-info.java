/** How much the running server carries: many people at once, over HTTP, as they come. */
@NullMarked
package io.betterprompts.load;

import org.jspecify.annotations.NullMarked;
