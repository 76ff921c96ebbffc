package io.betterprompts.history;

import io.betterprompts.common.placeholder.FillableText;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.text.Tags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A template as a device has written it. What is left out is empty, and the template is private. */
record WrittenTemplate(
        String name,
        String content,
        @Nullable String description,
        @Nullable String category,
        Tags tags,
        Boolean isPublic,
        List<Variable> variables) {

    WrittenTemplate(
            String name,
            String content,
            @Nullable String description,
            @Nullable String category,
            @Nullable Tags tags,
            @Nullable Boolean isPublic,
            @Nullable List<Variable> variables) {
        this.name = name;
        this.content = content;
        this.description = description;
        this.category = category;
        this.tags = Optional.ofNullable(tags).orElse(Tags.NONE);
        this.isPublic = Boolean.TRUE.equals(isPublic);
        this.variables = variables == null ? List.of() : List.copyOf(variables);
    }

    /**
     * Refuses a template that nobody could fill in, as the operations on templates do.
     *
     * @param pointer where it stands in the change
     * @throws ValidationFailed naming each placeholder without a variable, and each variable that makes no sense
     */
    WrittenTemplate checked(String pointer) {
        List<Fault> faults = new FillableText(content, variables)
                .faults().stream().map(fault -> fault.below(pointer)).toList();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return this;
    }
}
