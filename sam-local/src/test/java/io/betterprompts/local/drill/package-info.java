/** Breaks what the running server stands on, one thing after the other, and looks at what becomes of its clients' writes. */
@NullMarked
package io.betterprompts.local.drill;

import org.jspecify.annotations.NullMarked;
