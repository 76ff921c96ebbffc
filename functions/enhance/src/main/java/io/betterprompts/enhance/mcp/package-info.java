/** The Model Context Protocol over HTTP: tools for language models. It knows messages and revisions, and nothing of prompts. */
@NullMarked
package io.betterprompts.enhance.mcp;

import org.jspecify.annotations.NullMarked;
