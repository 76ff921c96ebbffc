/** Lists in parts: an opaque cursor says where the last part ended. */
@NullMarked
package io.betterprompts.common.page;

import org.jspecify.annotations.NullMarked;
