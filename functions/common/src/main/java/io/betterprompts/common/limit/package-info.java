/** Rate limits: buckets whose counters stand in the cache. */
@NullMarked
package io.betterprompts.common.limit;

import org.jspecify.annotations.NullMarked;
