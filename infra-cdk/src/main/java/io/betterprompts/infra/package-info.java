/** The product on AWS: what is deployed, in which size, and with which permissions. */
@NullMarked
package io.betterprompts.infra;

import org.jspecify.annotations.NullMarked;
