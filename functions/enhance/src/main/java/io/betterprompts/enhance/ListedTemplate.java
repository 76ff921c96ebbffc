package io.betterprompts.enhance;

import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.text.Tags;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one must know of a template to choose it and fill it in.
 *
 * @param isOwn whether the reader is its owner
 */
record ListedTemplate(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable String category,
        Tags tags,
        boolean isOwn,
        List<Variable> variables) {

    ListedTemplate {
        variables = List.copyOf(variables);
    }
}
