package io.betterprompts.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import org.junit.jupiter.api.Test;

class TagsTests {

    @Test
    void areLowerCasedAndUniqueInTheirOrder() {
        assertThat(Json.mapper()
                        .readValue("[\"Zeta\", \" alpha \", \"ZETA\", \"Übung\"]", Tags.class)
                        .values())
                .containsExactly("zeta", "alpha", "übung");
    }

    @Test
    void areAPlainListAsJson() {
        Tags tags = Json.mapper().readValue("[\"a\"]", Tags.class);

        assertThat(Json.mapper().writeValueAsString(tags)).isEqualTo("[\"a\"]");
    }
}
