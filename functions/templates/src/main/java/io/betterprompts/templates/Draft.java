package io.betterprompts.templates;

import io.betterprompts.common.placeholder.FillableText;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.text.Tags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What its owner writes of a template. What is left out is empty, and the template is private. */
record Draft(
        String name,
        String content,
        @Nullable String description,
        @Nullable String category,
        Tags tags,
        Boolean isPublic,
        List<Variable> variables) {

    Draft(
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
     * Refuses a template that nobody could fill in.
     *
     * @throws ValidationFailed naming each placeholder without a variable, and each variable that makes no sense
     */
    Draft checked() {
        List<Fault> faults = text().faults();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return this;
    }

    /** What there is to fill in. */
    FillableText text() {
        return new FillableText(content, variables);
    }

    /** The same text for everyone, or for its owner alone. */
    Draft visible(boolean toEveryone) {
        return new Draft(name, content, description, category, tags, toEveryone, variables);
    }

    Draft named(String another) {
        return new Draft(another, content, description, category, tags, isPublic, variables);
    }
}
