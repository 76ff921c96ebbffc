/** The whole product on one machine: PostgreSQL, the five functions, and a gateway that speaks to them as AWS's does. */
@NullMarked
package io.betterprompts.local;

import org.jspecify.annotations.NullMarked;
