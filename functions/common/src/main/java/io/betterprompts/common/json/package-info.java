/** One way to read and write JSON, for every function. */
@NullMarked
package io.betterprompts.common.json;

import org.jspecify.annotations.NullMarked;
