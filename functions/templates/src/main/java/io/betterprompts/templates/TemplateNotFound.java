package io.betterprompts.templates;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** The caller may not see such a template, or may not change it because it is somebody else's. */
final class TemplateNotFound extends NotFound {

    TemplateNotFound(UUID id) {
        super("template-not-found", "template", id, "/api/v1/templates");
    }
}
