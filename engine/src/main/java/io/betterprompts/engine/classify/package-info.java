/** What kind of task a prompt is: fourteen intents, calibrated probabilities, and the honesty to abstain. */
@NullMarked
package io.betterprompts.engine.classify;

import org.jspecify.annotations.NullMarked;
