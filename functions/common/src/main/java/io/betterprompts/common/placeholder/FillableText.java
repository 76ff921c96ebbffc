package io.betterprompts.common.placeholder;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A text with placeholders, and the variables they stand for. */
public record FillableText(String content, List<Variable> variables) {

    /** With its values. */
    static final int MAX_LENGTH = 100_000;

    public FillableText {
        variables = List.copyOf(variables);
    }

    /** Why nobody could fill it in: each placeholder without a variable, and each variable that makes no sense. */
    public List<Fault> faults() {
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
        return faults;
    }

    /**
     * The text with values in place of its placeholders. Values are put in as they are; nothing in them is executed or
     * filled in again.
     *
     * @param given values by name, as a JSON object; anything else holds none
     * @throws ValidationFailed naming each value that is missing, unknown or of another type
     * @throws FilledTextTooLong if the result is
     */
    public String filledWith(JsonNode given) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Set<String> unknown = new HashSet<>(given.propertyNames());
        for (Variable variable : variables) {
            unknown.remove(variable.name());
            JsonNode value = given.path(variable.name());
            variable.refusal(value).ifPresent(detail -> faults.add(Fault.at(at(variable.name()), detail)));
            values.put(variable.name(), variable.text(value));
        }
        unknown.stream().sorted().forEach(name -> faults.add(Fault.at(at(name), "is no variable of this text")));
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return Placeholders.filled(content, values, MAX_LENGTH);
    }

    private static String at(String name) {
        return "/variables/" + name.replace("~", "~0").replace("/", "~1");
    }
}
