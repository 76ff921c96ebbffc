/** Classes that break the architecture's rules, so that each rule is seen to fail. */
@NullMarked
package io.betterprompts.planted;

import org.jspecify.annotations.NullMarked;
