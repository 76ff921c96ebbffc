/** What a function rehearses before a snapshot of its process is taken, or before it lets anybody in, and what it does after a restore. */
@NullMarked
package io.betterprompts.common.snapshot;

import org.jspecify.annotations.NullMarked;
