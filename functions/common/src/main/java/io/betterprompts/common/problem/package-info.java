/** Failures a client is told about, as RFC 9457 writes them. */
@NullMarked
package io.betterprompts.common.problem;

import org.jspecify.annotations.NullMarked;
