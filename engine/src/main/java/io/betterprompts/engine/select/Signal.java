package io.betterprompts.engine.select;

import io.betterprompts.engine.data.YamlNode;
import java.util.List;
import java.util.Set;

/** Conditions on the signals of a prompt, as rules and slots write them. */
final class Signal {

    private Signal() {}

    /** Whether one of the alternatives {@code a|b} is there. */
    static boolean holds(String condition, Set<String> signals) {
        return alternatives(condition).stream().anyMatch(signals::contains);
    }

    static List<String> alternatives(String condition) {
        return condition.indexOf('|') < 0 ? List.of(condition) : List.of(condition.split("\\|"));
    }

    /** The conditions under a key, each of known signals. */
    static List<String> known(YamlNode node, String key, Set<String> vocabulary) {
        List<YamlNode> conditions = node.find(key).map(YamlNode::items).orElse(List.of());
        for (YamlNode condition : conditions) {
            for (String signal : alternatives(condition.text())) {
                if (!vocabulary.contains(signal)) {
                    throw condition.wrong("no signal '" + signal + "'");
                }
            }
        }
        return conditions.stream().map(YamlNode::text).toList();
    }
}
