/** What users thought of versions and edits, and what that says about techniques. */
@NullMarked
package io.betterprompts.history.feedback;

import org.jspecify.annotations.NullMarked;
