/** The step of a deployment that changes the database's shape. */
@NullMarked
package io.betterprompts.migrate;

import org.jspecify.annotations.NullMarked;
