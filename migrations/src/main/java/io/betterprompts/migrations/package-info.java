/** Brings a database up to date: the schemas {@code auth}, {@code prompts} and {@code settings}. */
@NullMarked
package io.betterprompts.migrations;

import org.jspecify.annotations.NullMarked;
