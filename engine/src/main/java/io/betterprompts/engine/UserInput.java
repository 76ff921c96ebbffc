package io.betterprompts.engine;

import io.betterprompts.engine.generate.Told;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.prompt.Direction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the user told besides the prompt: the context, with the answers that belong into it; the other answers; and the direction.
 *
 * @param signals of what was told, for the gates
 */
record UserInput(Told told, Set<String> signals) {

    UserInput {
        signals = Set.copyOf(signals);
    }

    static UserInput of(EnhancementRequest request, RuleSet ruleSet) {
        Context context = request.context();
        Map<String, String> values = new HashMap<>();
        Set<String> signals = new HashSet<>();
        for (Map.Entry<String, String> answer : request.answers().entrySet()) {
            String component = ruleSet.slots().filledBy(answer.getKey()).orElse("");
            if (component.isEmpty()) {
                signals.add("answered_" + answer.getKey());
                values.put("answer_" + answer.getKey(), answer.getValue());
            } else {
                context = context.filled(component, answer.getValue());
            }
        }
        request.direction().map(ruleSet.parser()::direction).ifPresent(direction -> {
            signals.add(signal(direction.kind()));
            values.put(direction.kind().equals("language") ? "answer_language" : "direction", direction.words());
        });
        signals.addAll(ContextSignals.of(context));
        return new UserInput(new Told(context, values), signals);
    }

    /** The signals of a prompt together with these. */
    Set<String> with(Set<String> prompt) {
        Set<String> all = new HashSet<>(prompt);
        all.addAll(signals);
        return all;
    }

    /** The signal that a direction of that kind was given. */
    static String signal(String direction) {
        return "direction_" + direction;
    }

    /** Every signal there can be. */
    static Set<String> vocabulary() {
        Set<String> all = new HashSet<>(ContextSignals.ALL);
        Direction.KINDS.forEach(direction -> all.add(signal(direction)));
        return all;
    }
}
