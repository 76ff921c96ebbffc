package io.betterprompts.enhance;

import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.EnhancementRequest;

/**
 * What was asked for, with the settings it was meant with, and what came of it.
 *
 * @param cached whether it was made for an earlier request
 */
record Enhanced(EnhancementRequest request, Enhancement enhancement, boolean cached) {}
