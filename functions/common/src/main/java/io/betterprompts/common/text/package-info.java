/** Texts of a certain form. */
@NullMarked
package io.betterprompts.common.text;

import org.jspecify.annotations.NullMarked;
