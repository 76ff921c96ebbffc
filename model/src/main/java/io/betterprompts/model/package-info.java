/** Base encoder plus trained delta, merged and written as a TorchScript archive, all in Java. */
@NullMarked
package io.betterprompts.model;

import org.jspecify.annotations.NullMarked;
