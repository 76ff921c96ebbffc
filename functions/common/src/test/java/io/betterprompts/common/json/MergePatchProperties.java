package io.betterprompts.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What RFC 7396 means for values nobody thought of. */
class MergePatchProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property
    void changesNothingTheSecondTime(@ForAll("values") JsonNode target, @ForAll("values") JsonNode patch) {
        JsonNode once = MergePatch.apply(target, patch);

        assertThat(MergePatch.apply(once, patch)).isEqualTo(once);
    }

    @Property
    void leavesBothAsTheyWere(@ForAll("values") JsonNode target, @ForAll("values") JsonNode patch) {
        JsonNode before = target.deepCopy();
        JsonNode meant = patch.deepCopy();

        MergePatch.apply(target, patch);

        assertThat(target).isEqualTo(before);
        assertThat(patch).isEqualTo(meant);
    }

    @Property
    void leavesWhatThePatchDoesNotName(@ForAll("objects") JsonNode target, @ForAll("objects") JsonNode patch) {
        JsonNode result = MergePatch.apply(target, patch);

        target.properties().stream()
                .filter(property -> !patch.has(property.getKey()))
                .forEach(property -> assertThat(result.path(property.getKey())).isEqualTo(property.getValue()));
    }

    @Property
    void takesAwayWhatThePatchCallsNull(@ForAll("objects") JsonNode target, @ForAll("objects") JsonNode patch) {
        JsonNode result = MergePatch.apply(target, patch);

        patch.properties().stream()
                .filter(property -> property.getValue().isNull())
                .forEach(property -> assertThat(result.has(property.getKey())).isFalse());
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return values().filter(JsonNode::isObject);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> leaves =
                Arbitraries.of(JSON.nullNode(), JSON.numberNode(1), JSON.stringNode("x"), JSON.booleanNode(true));
        Arbitrary<JsonNode> flat = objectsOf(leaves);
        return Arbitraries.frequencyOf(
                Tuple.of(1, leaves), Tuple.of(2, flat), Tuple.of(4, objectsOf(Arbitraries.oneOf(leaves, flat))));
    }

    private static Arbitrary<JsonNode> objectsOf(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values)
                .ofMaxSize(3)
                .map(map -> {
                    ObjectNode object = JSON.objectNode();
                    map.forEach(object::set);
                    return object;
                });
    }
}
