/** A database and real payload-2.0 events for the tests of every function. */
@NullMarked
package io.betterprompts.common.testkit;

import org.jspecify.annotations.NullMarked;
