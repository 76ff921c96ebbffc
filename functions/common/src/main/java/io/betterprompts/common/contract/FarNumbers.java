package io.betterprompts.common.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Numbers beyond 64 bits. The validator compares none of them with a whole-numbered bound; it fails. */
final class FarNumbers {

    private FarNumbers() {}

    static List<Violation> in(JsonNode value) {
        return in("", value).toList();
    }

    private static Stream<Violation> in(String pointer, JsonNode value) {
        if (value.isNumber()) {
            return value.canConvertToLong()
                    ? Stream.empty()
                    : Stream.of(new Violation(pointer, "is a number beyond 64 bits; send a smaller one"));
        }
        if (value.isArray()) {
            return IntStream.range(0, value.size()).boxed().flatMap(i -> in(pointer + "/" + i, value.get(i)));
        }
        return value.propertyStream().flatMap(field -> inField(pointer, field));
    }

    private static Stream<Violation> inField(String pointer, Map.Entry<String, JsonNode> field) {
        return in(pointer + "/" + ContractReader.escape(field.getKey()), field.getValue());
    }
}
