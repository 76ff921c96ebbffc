/** The command line: the engine in this process, or a server by its API. It starts no Spring but for the command that is the server. */
@NullMarked
package io.betterprompts.cli;

import org.jspecify.annotations.NullMarked;
