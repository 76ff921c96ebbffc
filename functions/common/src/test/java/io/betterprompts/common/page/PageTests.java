package io.betterprompts.common.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.MissingNode;

class PageTests {

    @Test
    void walksAListInParts() {
        List<Integer> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Integer> page = page(25, 10, cursor);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void saysThatAFullPartIsTheLastOne() {
        assertThat(page(10, 10, null).nextCursor()).isNull();
    }

    @Test
    void givesAnEmptyListNoCursor() {
        assertThat(page(0, 10, null)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void givesTwentyItemsWhereNoLimitIsAskedFor() {
        assertThat(request(Map.of()).limit()).isEqualTo(20);
    }

    @Test
    void endsEarlyWhereTheAnswerWouldBeTooLarge() {
        String large = "é".repeat(Page.MAX_BYTES / 5);

        Page<String> page = Page.of(Collections.nCopies(5, large), new PageRequest<>(4, Optional.empty()), s -> 7);

        assertThat(page.items()).hasSize(2);
        assertThat(page.nextCursor()).isNotNull();
    }

    @Test
    void givesAnItemThatIsTooLargeAlone() {
        String huge = "x".repeat(Page.MAX_BYTES + 1);

        assertThat(Page.of(List.of(huge, huge), new PageRequest<>(4, Optional.empty()), s -> 7)
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "eA", "w6k", "LTE="})
    void refusesACursorItNeverGave(String cursor) {
        assertThatThrownBy(() -> request(Map.of("cursor", cursor)))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        e -> assertThat(Json.mapper().writeValueAsString(e.problem("/", "id")))
                                .contains("\"parameter\":\"cursor\""));
    }

    private static Page<Integer> page(int size, int limit, @Nullable String cursor) {
        Map<String, String> parameters = new HashMap<>(Map.of("limit", Integer.toString(limit)));
        Optional.ofNullable(cursor).ifPresent(c -> parameters.put("cursor", c));
        PageRequest<Integer> request = request(parameters);
        int first = request.after().orElse(0) + 1;
        List<Integer> rows = IntStream.rangeClosed(first, Math.min(size, first + request.rows() - 1))
                .boxed()
                .toList();
        return Page.of(rows, request, i -> requireNonNull(i));
    }

    private static PageRequest<Integer> request(Map<String, String> parameters) {
        Request request =
                new Request("id", parameters, Map.of(), MissingNode.getInstance(), Optional.empty(), "192.0.2.1");
        return PageRequest.of(request, Integer::parseUnsignedInt);
    }
}
