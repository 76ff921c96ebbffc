/** Who calls: proof of identity is made by one function and checked here, in each of them. */
@NullMarked
package io.betterprompts.common.identity;

import org.jspecify.annotations.NullMarked;
