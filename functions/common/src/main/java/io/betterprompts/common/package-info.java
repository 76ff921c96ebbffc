/** What every function needs and no product noun: contract, HTTP, identity, data. */
@NullMarked
package io.betterprompts.common;

import org.jspecify.annotations.NullMarked;
