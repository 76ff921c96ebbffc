package io.betterprompts.history;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** A device has changed a template that its user never had. */
final class TemplateNotFound extends NotFound {

    TemplateNotFound(UUID id) {
        super("template-not-found", "template", id, "/api/v1/templates");
    }
}
