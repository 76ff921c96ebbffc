/** Stands for the second stage. */
@NullMarked
package io.betterprompts.planted.select;

import org.jspecify.annotations.NullMarked;
