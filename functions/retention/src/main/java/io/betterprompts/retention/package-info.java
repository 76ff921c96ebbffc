/** What happens to a history its owner no longer wants kept. */
@NullMarked
package io.betterprompts.retention;

import org.jspecify.annotations.NullMarked;
