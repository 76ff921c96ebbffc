/** Pages for people: what each problem means, and the contract as a page to read and to try. */
@NullMarked
package io.betterprompts.settings.pages;

import org.jspecify.annotations.NullMarked;
