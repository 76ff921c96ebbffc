/** Prompts as other tools export them, read into what a template is made of. Nothing in them is executed or fetched. */
@NullMarked
package io.betterprompts.templates.imports;

import org.jspecify.annotations.NullMarked;
