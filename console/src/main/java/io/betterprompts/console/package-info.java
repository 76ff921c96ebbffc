/** The console: the pages in the browser as static files, and how they are to be served. */
@NullMarked
package io.betterprompts.console;

import org.jspecify.annotations.NullMarked;
