/** Reads the engine's YAML and says file and line when something in it is wrong. */
@NullMarked
package io.betterprompts.engine.data;

import org.jspecify.annotations.NullMarked;
