package io.betterprompts.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.placeholder.Variable;
import io.betterprompts.common.text.Tags;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is written of an item is read as the same item. */
class PortableProperties {

    private static final UUID ID = UUID.fromString("0198c5a4-7d1e-7c33-9a52-0d6a1f3f5b10");

    @Property
    void aTemplateIsWhatItWas(
            @ForAll("texts") String name,
            @ForAll("texts") String content,
            @ForAll("texts") String initial,
            @ForAll boolean isPublic,
            @ForAll("times") Instant at) {
        Variable variable = new Variable(
                "x", Variable.Type.STRING, JsonNodeFactory.instance.stringNode(initial), true, content, null);
        Draft draft = new Draft(name, content, null, name, new Tags(List.of(name)), isPublic, List.of(variable));
        PortableTemplate template = new PortableTemplate(ID, draft, at, at);

        String written = Json.mapper().writeValueAsString(template);

        assertThat(PortableTemplate.of(Json.mapper().readTree(written))).isEqualTo(template);
    }

    @Property
    void aGroupIsWhatItWas(
            @ForAll("texts") String prompt,
            @ForAll("texts") String optimized,
            @ForAll boolean favourite,
            @ForAll("times") Instant at) {
        PortableGroup.Version version = new PortableGroup.Version(
                ID, 1, prompt, optimized, "client", null, optimized, null, "p", null, null, null, null, "h", null, at);
        PortableGroup group = new PortableGroup(
                ID,
                prompt,
                optimized,
                null,
                "archived",
                favourite,
                Tags.NONE,
                at,
                at,
                List.of(version),
                List.of(new PortableGroup.Label("production", 1)));

        String written = Json.mapper().writeValueAsString(group);

        assertThat(Json.mapper().readValue(written, PortableGroup.class)).isEqualTo(group);
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aß語\"\\,{}\r\n\t \u2028\ufeff".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    /** To the microsecond, as PostgreSQL keeps them. */
    @Provide
    static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1000));
    }
}
