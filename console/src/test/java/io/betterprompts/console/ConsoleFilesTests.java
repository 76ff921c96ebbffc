package io.betterprompts.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTests {

    private static final Pattern IMPORT = Pattern.compile("from '(\\.{1,2}/[^']+)'");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/'\"`]+/");
    private static final Pattern MARKUP =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|'style'");

    private final ConsoleFiles files = new ConsoleFiles();

    static List<Path> sources() {
        return ConsoleSources.all();
    }

    static List<Path> scripts() {
        return ConsoleSources.withEnding(".js");
    }

    @Test
    void servesThePageAtTheRoot() {
        ConsoleFile page = files.find("/").orElseThrow();

        assertThat(page.type()).isEqualTo("text/html; charset=utf-8");
        assertThat(StandardCharsets.UTF_8.decode(page.content()).toString()).contains("<title>BetterPrompts</title>");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void servesEachFileWithAType(Path source) throws Exception {
        String path = "/" + ConsoleSources.ROOT.relativize(source);

        ConsoleFile file = files.find(path.equals("/index.html") ? "/" : path).orElseThrow();

        assertThat(file.content()).isEqualTo(ByteBuffer.wrap(Files.readAllBytes(source)));
        assertThat(file.type()).containsAnyOf("text/", "application/json", "image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html/",
                "/assets",
                "/assets/",
                "/assets/css/",
                "/assets/../index.html",
                "/assets/js/../../index.html",
                "/assets//js/main.js",
                "/assets/.hidden.js",
                "/assets/js/none.js",
                "/assets/js",
                "/io/betterprompts/console/headers.properties",
                "/assets/js/main.class",
                "/assets/js/main.js\u0000.html"
            })
    void servesNothingElse(String path) {
        assertThat(files.find(path)).isEmpty();
    }

    @Test
    void changesTheTagWithTheContent() {
        ConsoleFile one = ConsoleFile.of("text/css", new byte[] {1});
        ConsoleFile other = ConsoleFile.of("text/css", new byte[] {2});

        assertThat(one.tag()).isNotEqualTo(other.tag()).matches("\"[0-9a-f]{24}\"");
        assertThat(one.isKnownBy("\"x\", " + one.tag())).isTrue();
        assertThat(one.isKnownBy(other.tag())).isFalse();
        assertThat(one.isKnownBy("*")).isTrue();
    }

    @Test
    void letsNothingRunThatIsNotAFileOfItsOwn() {
        String policy = files.headers().get("content-security-policy");

        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "*", "http");
        assertThat(files.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(ConsoleSources.text(ConsoleSources.ROOT.resolve("index.html")))
                .doesNotContain("<style", " style=", " onclick=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    /** For hosts that send no header of the kind. Who may frame a page can be said in a header only. */
    @Test
    void saysTheSameInThePageItself() {
        String policy = files.headers().getOrDefault("content-security-policy", "");

        assertThat(ConsoleSources.text(ConsoleSources.ROOT.resolve("index.html")))
                .contains("content=\"" + policy.replace("; frame-ancestors 'none'", "") + "\"");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void refersToFilesThatThereAre(Path script) {
        assertThat(matches(IMPORT, script))
                .allSatisfy(target ->
                        assertThat(script.resolveSibling(target).normalize()).exists());
    }

    @Test
    void linksFilesThatThereAre() {
        Path page = ConsoleSources.ROOT.resolve("index.html");

        assertThat(matches(LINK, page))
                .hasSizeGreaterThan(5)
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void buildsThePageWithoutMarkup(Path script) {
        assertThat(MARKUP.matcher(ConsoleSources.text(script)).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void asksNoOtherHost(Path source) {
        assertThat(ADDRESS.matcher(ConsoleSources.text(source)).results().map(MatchResult::group))
                .isSubsetOf("http://www.w3.org/", "https://arxiv.org/");
    }

    private static List<String> matches(Pattern pattern, Path file) {
        try (Stream<String> groups =
                pattern.matcher(ConsoleSources.text(file)).results().map(match -> match.group(1))) {
            return groups.toList();
        }
    }
}
