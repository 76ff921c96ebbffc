/** How long the functions take on a database of a million versions. */
@NullMarked
package io.betterprompts.benchmarks.data;

import org.jspecify.annotations.NullMarked;
