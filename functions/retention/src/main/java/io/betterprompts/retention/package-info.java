/** What happens to texts that their owner no longer wants kept. */
@NullMarked
package io.betterprompts.retention;

import org.jspecify.annotations.NullMarked;
