/** Measures how the packaged functions start under AWS's runtime, with a snapshot and without, and what would change it. */
@NullMarked
package io.betterprompts.local.coldstart;

import org.jspecify.annotations.NullMarked;
