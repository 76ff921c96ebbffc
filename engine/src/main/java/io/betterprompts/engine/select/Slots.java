package io.betterprompts.engine.select;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.data.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts prompts need, in the order in which they are asked for. Asks where the classifier is sure, and never for more than
 * {@code most} at once.
 */
public record Slots(int most, List<Slot> all) {

    /** The components of a context an answer can go into. */
    static final Set<String> CONTEXT = Set.of("audience", "tone", "format", "length", "version", "fields");

    private static final Set<String> KEYS = Set.of("id", "slot", "fills", "intents", "when", "unless");

    public Slots {
        all = List.copyOf(all);
    }

    /**
     * Reads and validates {@code missing.yaml}.
     *
     * @param vocabulary the signals there are besides those of answers
     */
    public static Slots read(YamlNode root, Set<String> vocabulary) {
        root.entries(Set.of("most", "slots"));
        List<Slot> slots = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.get("slots").items()) {
            Slot slot = slot(node, vocabulary);
            if (!ids.add(slot.id())) {
                throw node.wrong("the slot '" + slot.id() + "' stands twice");
            }
            slots.add(slot);
        }
        return new Slots(root.get("most").integer(), slots);
    }

    /** The keys an answer may have. */
    public Set<String> keys() {
        return all.stream().map(Slot::slot).collect(Collectors.toSet());
    }

    /** The component of the context that answers to a key go into, if they do. */
    public Optional<String> filledBy(String key) {
        return all.stream()
                .filter(slot -> slot.slot().equals(key))
                .flatMap(slot -> slot.fills().stream())
                .findFirst();
    }

    /** The signals answers give a task. */
    public Set<String> signals() {
        return all.stream().map(Slot::answeredSignal).collect(Collectors.toSet());
    }

    /**
     * What the task lacks.
     *
     * @param said signals that edits from an earlier answer stand for
     */
    public List<Slot> missing(Task task, Set<String> said) {
        if (task.classification().abstained()) {
            return List.of();
        }
        Intent intent = task.classification().intent();
        return all.stream()
                .filter(slot -> slot.intents().contains(intent))
                .filter(slot ->
                        !task.signals().contains(slot.answeredSignal()) && !said.contains(slot.answeredSignal()))
                .filter(slot -> slot.when().stream().allMatch(needed -> Signal.holds(needed, task.signals())))
                .filter(slot -> slot.unless().stream().noneMatch(unwanted -> Signal.holds(unwanted, task.signals())))
                .limit(most)
                .toList();
    }

    private static Slot slot(YamlNode node, Set<String> vocabulary) {
        Map<String, YamlNode> entries = node.entries(KEYS);
        YamlNode fills = entries.get("fills");
        if (fills != null && !CONTEXT.contains(fills.text())) {
            throw fills.wrong("'" + fills.text() + "' is no component of the context");
        }
        return new Slot(
                node.get("id").text(),
                node.get("slot").text(),
                node.find("fills").map(YamlNode::text),
                Set.copyOf(node.get("intents").items().stream()
                        .map(item -> item.read(Intent::of, "one of the intents"))
                        .toList()),
                Signal.known(node, "when", vocabulary),
                Signal.known(node, "unless", vocabulary));
    }
}
