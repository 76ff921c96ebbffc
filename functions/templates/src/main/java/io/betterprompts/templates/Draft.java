package io.betterprompts.templates;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.text.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        List<Fault> faults = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            String pointer = "/variables/" + i;
            variables.get(i).fault(pointer).ifPresent(faults::add);
            if (!declared.add(variables.get(i).name())) {
                faults.add(Fault.at(pointer + "/name", "is declared twice"));
            }
        }
        Placeholders.names(content).stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> faults.add(Fault.at("/content", "{{" + name + "}} is not declared in variables")));
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return this;
    }
}
