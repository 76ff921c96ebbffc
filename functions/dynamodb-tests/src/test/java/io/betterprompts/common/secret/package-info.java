/** The contract of secrets on LocalStack. */
@NullMarked
package io.betterprompts.common.secret;

import org.jspecify.annotations.NullMarked;
