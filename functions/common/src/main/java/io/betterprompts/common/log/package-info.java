/** How lines of the log are printed. */
@NullMarked
package io.betterprompts.common.log;

import org.jspecify.annotations.NullMarked;
