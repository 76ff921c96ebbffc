package io.betterprompts.history;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a version that the engine made, taken apart: the original, and the edits before and after it. Putting it
 * together again with fewer edits can only leave something out, and what comes of it is checked all the same.
 */
final class EditedText {

    private final Version version;
    private final List<JsonNode> edits;
    private final String lineBreak;

    /** @throws EditsNotSeparable if the version's text is not what its edits make of its original */
    EditedText(Version version) {
        this.version = version;
        this.edits = version.edits().valueStream().toList();
        this.lineBreak = List.of("\n", "\r\n").stream()
                .filter(end -> text(edits, end).equals(version.optimizedPrompt()))
                .findFirst()
                .filter(end -> !edits.isEmpty())
                .orElseThrow(() -> new EditsNotSeparable(version.id()));
    }

    /**
     * With some of the edits.
     *
     * @throws ValidationFailed if the choice names an edit that there is not
     */
    PostgresVersions.Change with(EditChoice choice) {
        refuseUnknown(choice);
        List<JsonNode> kept =
                edits.stream().filter(edit -> choice.keeps(id(edit))).toList();
        String text = text(kept, lineBreak);
        if (!isIntact(text, kept)) {
            throw new EditsNotSeparable(version.id());
        }
        ArrayNode array = Json.mapper().createArrayNode().addAll(kept);
        return new PostgresVersions.Change(text, kept.isEmpty() ? "unchanged" : "enhanced", array, explanation(kept));
    }

    /** Those of its edits, in their order. */
    Stream<String> ids() {
        return edits.stream().map(EditedText::id);
    }

    private void refuseUnknown(EditChoice choice) {
        Set<String> known = ids().collect(Collectors.toCollection(TreeSet::new));
        List<Fault> faults = choice.named().stream()
                .filter(id -> !known.contains(id))
                .map(id -> Fault.at(choice.field(), "the version has no such edit; it has " + known))
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
    }

    /** As the engine puts it together: a blank line between the original and what stands on either side of it. */
    private String text(List<JsonNode> parts, String end) {
        String before = side("before", parts, end);
        String after = side("after", parts, end);
        return (before.isEmpty() ? "" : before + end + end)
                + version.originalPrompt()
                + (after.isEmpty() ? "" : end + end + after);
    }

    private static String side(String position, List<JsonNode> parts, String end) {
        return parts.stream()
                .filter(edit -> edit.path("position").asString().equals(position))
                .map(edit -> edit.path("text").asString().replace("\n", end))
                .collect(Collectors.joining(end));
    }

    /** Checked on the finished text: the original stands in it once and in its place, and no code fence opens before it. */
    private boolean isIntact(String text, List<JsonNode> kept) {
        String before = side("before", kept, lineBreak);
        int offset = before.isEmpty() ? 0 : before.length() + 2 * lineBreak.length();
        int found = text.indexOf(version.originalPrompt());
        return found == offset
                && text.indexOf(version.originalPrompt(), found + 1) < 0
                && before.lines()
                                        .filter(line -> line.stripLeading().startsWith("```"))
                                        .count()
                                % 2
                        == 0;
    }

    /** The engine's, without what it said of the whole text. */
    private ObjectNode explanation(List<JsonNode> kept) {
        ObjectNode explanation = version.explanation() instanceof ObjectNode whole
                ? whole.deepCopy()
                : Json.mapper().createObjectNode();
        explanation.remove(Set.of("tokens", "invariants", "verdict", "reasons", "techniques"));
        ArrayNode rejected = explanation.putArray("rejected_edits");
        edits.stream().filter(edit -> !kept.contains(edit)).forEach(rejected::add);
        return explanation;
    }

    private static String id(JsonNode edit) {
        return edit.path("id").asString();
    }
}
