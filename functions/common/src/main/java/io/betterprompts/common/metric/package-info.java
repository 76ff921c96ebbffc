/** What is measured of a request, and how CloudWatch is told. */
@NullMarked
package io.betterprompts.common.metric;

import org.jspecify.annotations.NullMarked;
