/** Classify, select, generate, check: a raw prompt in, an explained enhancement out. Knows no Spring, AWS, JDBC or HTTP. */
@NullMarked
package io.betterprompts.engine;

import org.jspecify.annotations.NullMarked;
