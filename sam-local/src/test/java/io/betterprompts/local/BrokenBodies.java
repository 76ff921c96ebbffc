package io.betterprompts.local;

import io.betterprompts.common.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are wrong in one place, and bodies that are none. */
final class BrokenBodies {

    /** What nobody expects in any place. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e308",
            "99999999999999999999999999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[[[[[]]]]]]",
            "{\"\": {\"\": null}}",
            "\"0198c5a4-7d1e-7c33-9a52-000000000000\"",
            "\"not-a-uuid\"",
            "\"2026-02-30T25:61:00Z\"",
            "\"\\u202e\\ufeff\\u0007\"",
            "\"" + "x".repeat(100_001) + "\"");

    private static final List<byte[]> NONE = List.of(
            new byte[0],
            text(" \n"),
            text("{\"text\": \"a\\u0000b\"}"),
            text("{\"text\": \"\\ud800\"}"),
            text("{\"text\": \"\\udc00\\ud800 x\", \"name\": \"\\ud83d\"}"),
            text("{\"text\": 1, \"text\": 2}"),
            text("{\"text\": 1e999999}"),
            text("{\"text\": " + "9".repeat(2000) + "}"),
            text("{\"text\": \"x\""),
            text("{\"text\": 'x'}"),
            text("{\"text\": NaN}"),
            text("[".repeat(100_000)),
            text("{\"a\":".repeat(70) + "1" + "}".repeat(70)),
            text("[]"),
            text("null"),
            text("\"text\""),
            text("\uFEFF{}"),
            text("{\"" + "k".repeat(60_000) + "\": 1}"),
            new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'},
            new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
            new byte[] {0, 1, 2, 3});

    private BrokenBodies() {}

    static Arbitrary<byte[]> none() {
        return Arbitraries.of(NONE);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A body with one place taken out, or made odd, or with one more field. */
    static Arbitrary<JsonNode> wrongInOnePlace(JsonNode body) {
        List<List<String>> places = new ArrayList<>();
        places(body, List.of(), places);
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.of(places), Arbitraries.of("drop", "odd", "more"), Arbitraries.of(ODD))
                .as(Change::new);
        return changes.map(change -> change.of(body));
    }

    private static void places(JsonNode node, List<String> at, List<List<String>> places) {
        places.add(at);
        if (node instanceof ObjectNode object) {
            object.properties().forEach(p -> places(p.getValue(), below(at, p.getKey()), places));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places(array.get(i), below(at, Integer.toString(i)), places);
            }
        }
    }

    private static List<String> below(List<String> at, String step) {
        List<String> below = new ArrayList<>(at);
        below.add(step);
        return List.copyOf(below);
    }

    /** One change at one place. */
    private record Change(List<String> place, String how, String odd) {

        JsonNode of(JsonNode body) {
            JsonNode value = Json.mapper().readTree(odd);
            if (place.isEmpty()) {
                return how.equals("more") ? more(body.deepCopy()) : value;
            }
            JsonNode copy = body.deepCopy();
            JsonNode parent = copy;
            for (String step : place.subList(0, place.size() - 1)) {
                parent = parent instanceof ArrayNode array ? array.get(Integer.parseInt(step)) : parent.path(step);
            }
            apply(parent, place.getLast(), value);
            return copy;
        }

        private void apply(JsonNode parent, String last, JsonNode value) {
            if (parent instanceof ObjectNode object) {
                switch (how) {
                    case "drop" -> object.remove(last);
                    case "odd" -> object.set(last, value);
                    default -> more(object);
                }
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), value);
            }
        }

        private static JsonNode more(JsonNode node) {
            return node instanceof ObjectNode object ? object.put("is_admin", true) : node;
        }
    }
}
