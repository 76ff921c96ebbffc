/** Secret texts, which settings name and never hold. */
@NullMarked
package io.betterprompts.common.secret;

import org.jspecify.annotations.NullMarked;
