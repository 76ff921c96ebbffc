/** The contract of the cache on real tables. */
@NullMarked
package io.betterprompts.common.cache;

import org.jspecify.annotations.NullMarked;
