package io.betterprompts.cli;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The additions of one version, which a person calls by their numbers from 1. */
record Edits(List<JsonNode> all) {

    Edits {
        all = List.copyOf(all);
    }

    static Edits of(JsonNode version) {
        return new Edits(version.path("edits").valueStream().toList());
    }

    int count() {
        return all.size();
    }

    /**
     * What the API calls an addition.
     *
     * @throws CliFailure if there is none of this number
     */
    String id(int number) {
        if (number < 1 || number > all.size()) {
            throw CliFailure.usage("there is no addition " + number + "; the version has "
                    + (all.isEmpty() ? "none" : "those from 1 to " + all.size()));
        }
        return all.get(number - 1).path("id").asString();
    }

    /** One for each, and one for the reason. */
    List<String> lines() {
        return IntStream.range(0, all.size())
                .mapToObj(i -> line(i + 1, all.get(i)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> line(int number, JsonNode edit) {
        String text = edit.path("text").asString().strip().replace("\n", "\n    ");
        return List.of(
                String.format("%2d  %s", number, text),
                "    " + edit.path("technique").asString() + ": "
                        + edit.path("reason").asString());
    }
}
