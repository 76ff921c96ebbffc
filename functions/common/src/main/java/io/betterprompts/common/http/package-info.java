/** Routing, size limit, JSON, identity, request id and the single catch: what every handler may take for granted. */
@NullMarked
package io.betterprompts.common.http;

import org.jspecify.annotations.NullMarked;
