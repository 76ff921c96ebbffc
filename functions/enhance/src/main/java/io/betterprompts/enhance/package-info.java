/** The engine behind HTTP: a prompt comes in, its enhancement goes out and into the history. */
@NullMarked
package io.betterprompts.enhance;

import org.jspecify.annotations.NullMarked;
