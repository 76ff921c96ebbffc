/** Small values that expire and that nobody misses: results, marks, counters. In memory, or in a DynamoDB table. */
@NullMarked
package io.betterprompts.common.cache;

import org.jspecify.annotations.NullMarked;
