/** Texts with places to fill in, and what may go there. */
@NullMarked
package io.betterprompts.common.placeholder;

import org.jspecify.annotations.NullMarked;
