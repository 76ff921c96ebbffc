/** What makes a Spring Boot application one Lambda function of this product. */
@NullMarked
package io.betterprompts.common.function;

import org.jspecify.annotations.NullMarked;
