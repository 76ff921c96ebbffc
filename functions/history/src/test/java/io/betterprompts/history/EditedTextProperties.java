package io.betterprompts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ArrayNode;

class EditedTextProperties {

    /** Whatever is accepted: the original stands there once, and around it what was accepted, in its order. */
    @Property
    void holdsTheOriginalOnceAndTheAcceptedEditsInTheirOrder(
            @ForAll("originals") String original, @ForAll("sides") List<Boolean> sides, @ForAll Set<Integer> chosen) {
        String lineBreak = original.contains("\r\n") ? "\r\n" : "\n";
        Version version = version(original, sides, lineBreak);
        Set<String> accepted =
                chosen.stream().map(i -> "e" + Math.floorMod(i, 6)).collect(Collectors.toSet());
        accepted.removeIf(id -> Integer.parseInt(id.substring(1)) >= sides.size());

        PostgresVersions.Change change = new EditedText(version).with(new EditChoice(new HashSet<>(accepted), null));

        String text = change.optimizedPrompt();
        assertThat(text.split(Pattern.quote(original), -1)).hasSize(2);
        assertThat(change.edits().findValuesAsString("id")).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(text.replace(original, "").lines().filter(line -> !line.isBlank()))
                .containsExactlyElementsOf(change.edits().findValuesAsString("text"));
    }

    @Provide
    Arbitrary<String> originals() {
        return Arbitraries.of("write\r\na poem", "schreib\n\n", "\tcode\n```\n", "海 ", "{{x}}");
    }

    /** Whether each edit stands before the original; those that do come first, as the engine orders them. */
    @Provide
    Arbitrary<List<Boolean>> sides() {
        return Arbitraries.of(true, false)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list ->
                        list.stream().sorted((a, b) -> Boolean.compare(b, a)).toList());
    }

    private static Version version(String original, List<Boolean> sides, String lineBreak) {
        ArrayNode edits = Json.mapper().createArrayNode();
        for (int i = 0; i < sides.size(); i++) {
            edits.addObject()
                    .put("id", "e" + i)
                    .put("position", sides.get(i) ? "before" : "after")
                    .put("text", "Edit " + i + ".");
        }
        String before = side(edits, "before", lineBreak);
        String after = side(edits, "after", lineBreak);
        String text = (before.isEmpty() ? "" : before + lineBreak + lineBreak)
                + original
                + (after.isEmpty() ? "" : lineBreak + lineBreak + after);
        return new Version(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                original,
                text,
                "enhanced",
                null,
                null,
                null,
                null,
                null,
                edits,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private static String side(ArrayNode edits, String position, String lineBreak) {
        return edits.valueStream()
                .filter(edit -> edit.path("position").asString().equals(position))
                .map(edit -> edit.path("text").asString())
                .collect(Collectors.joining(lineBreak));
    }
}
