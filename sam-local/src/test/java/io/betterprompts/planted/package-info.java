/** Violators of the rules between the modules, so that each rule is seen to fail. */
@NullMarked
package io.betterprompts.planted;

import org.jspecify.annotations.NullMarked;
