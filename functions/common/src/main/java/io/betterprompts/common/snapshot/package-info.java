/** What a function does before a snapshot of its process is taken, and after it is restored. */
@NullMarked
package io.betterprompts.common.snapshot;

import org.jspecify.annotations.NullMarked;
