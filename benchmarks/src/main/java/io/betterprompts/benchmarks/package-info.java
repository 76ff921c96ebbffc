/** How long the engine takes. */
@NullMarked
package io.betterprompts.benchmarks;

import org.jspecify.annotations.NullMarked;
