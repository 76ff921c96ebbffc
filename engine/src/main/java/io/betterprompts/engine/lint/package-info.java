/** What in a prompt is likely to go wrong, with the place and the reason; nothing here changes a prompt. */
@NullMarked
package io.betterprompts.engine.lint;

import org.jspecify.annotations.NullMarked;
