/** PostgreSQL: one small pool a function, SQL by hand, ids and revisions. */
@NullMarked
package io.betterprompts.common.data;

import org.jspecify.annotations.NullMarked;
