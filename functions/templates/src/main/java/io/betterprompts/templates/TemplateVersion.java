package io.betterprompts.templates;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A template as it once stood. It never changes.
 *
 * @param version the template's version at that time
 */
record TemplateVersion(long version, @JsonUnwrapped Draft draft, Instant createdAt) {}
