/** The promises every reply keeps, checked on the finished candidate. */
@NullMarked
package io.betterprompts.engine.check;

import org.jspecify.annotations.NullMarked;
