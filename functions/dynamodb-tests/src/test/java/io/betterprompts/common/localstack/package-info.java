/** One LocalStack for all tests that need AWS's services, and what only it can run: a function on Lambda. */
@NullMarked
package io.betterprompts.common.localstack;

import org.jspecify.annotations.NullMarked;
