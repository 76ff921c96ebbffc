/** Where what was measured is written, for {@code make bench}, {@code make bench-data} and {@code make load}. */
@NullMarked
package io.betterprompts.benchmarks.page;

import org.jspecify.annotations.NullMarked;
