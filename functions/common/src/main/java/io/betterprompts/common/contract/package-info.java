/** The one list of operations, read from {@code api/openapi.yaml}: routes, owners, who may call, what a body must look like. */
@NullMarked
package io.betterprompts.common.contract;

import org.jspecify.annotations.NullMarked;
