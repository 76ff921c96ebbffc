package io.betterprompts.enhance;

import io.betterprompts.common.problem.NotFound;
import java.util.UUID;

/** There is no such template of the caller's own, and no public one. */
final class TemplateNotFound extends NotFound {

    TemplateNotFound(UUID id) {
        super("template-not-found", "template", id, "/api/v1/templates");
    }
}
