package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.common.json.Json;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What people read in a browser: the contract's page and what each problem means. */
class PagesIT {

    private static final AbusedServer SERVER = AbusedServer.running();
    private static final LocalClient ANYONE = SERVER.anyone();
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    static Set<String> problems() {
        return ProblemTypes.headings();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void hasAPageForEachProblem(String type) {
        LocalClient.Answer page = ANYONE.get("/problems/" + type);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("<h1>" + type + "</h1>", "Cause.", "Cure.");
    }

    @Test
    void answersAtTheTypeOfAProblem() {
        JsonNode problem = ANYONE.get("/api/v1/settings").json();

        assertThat(ANYONE.get(problem.path("type").asString()).body()).contains("This needs a login");
    }

    @Test
    void listsTheProblems() {
        assertThat(ANYONE.get("/problems").body()).contains("href=\"/problems/email-taken\"");
        assertThat(ANYONE.get("/problems/no-such-thing").problem()).isEqualTo("problem-type-not-found");
    }

    @Test
    void servesTheContractInBothForms() {
        JsonNode json = ANYONE.get("/openapi.json").json();

        assertThat(json.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(json.path("paths").size()).isGreaterThan(50);
        assertThat(ANYONE.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void loadsAllOfThePagesFromThisServerAlone() {
        for (String page : List.of(
                "/docs", "/problems", "/problems/" + problems().iterator().next())) {
            LocalClient.Answer answer = ANYONE.get(page);
            List<String> loaded = LOADED.matcher(answer.body())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .filter(url -> !url.equals("data:,"))
                    .toList();
            assertThat(loaded).hasSizeGreaterThan(3).allMatch(url -> url.matches("/[^/].*|/"));
            assertThat(answer.header("content-security-policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("http", "*", "unsafe-eval")
                    .doesNotContainPattern("script-src[^;]*unsafe-inline");
            assertThat(loaded)
                    .filteredOn(url -> url.startsWith("/docs/"))
                    .allSatisfy(
                            url -> assertThat(ANYONE.get(url).status()).as(url).isEqualTo(200));
        }
    }

    @Test
    void servesNoFileBesidesThoseOfThePages() {
        for (String name : List.of(
                "index.html", "pom.properties", "page.html", UUID.randomUUID().toString())) {
            assertThat(ANYONE.get("/docs/" + name).status()).as(name).isEqualTo(404);
        }
        assertThat(ANYONE.get("/docs/..%2f..%2fapplication.properties").status())
                .isEqualTo(400);
        assertThat(Json.mapper()
                        .readTree(ANYONE.get("/docs/x").body())
                        .path("type")
                        .asString())
                .isEqualTo("/problems/docs-file-not-found");
    }
}
