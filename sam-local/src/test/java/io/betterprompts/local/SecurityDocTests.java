package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/security.md names a test for each control; the tests are there. */
class SecurityDocTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:IT|Tests))\\.(\\w+)`");

    static List<String> named() throws IOException {
        return NAMED.matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @Test
    void namesTests() throws IOException {
        assertThat(named()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("named")
    void namesATestThatExists(String name) throws IOException {
        assertThat(exists(name)).isTrue();
    }

    @Test
    void noticesOneThatDoesNot() throws IOException {
        assertThat(exists("`SecurityDocTests.isNotThere`")).isFalse();
        assertThat(exists("`NoSuchIT.namesTests`")).isFalse();
    }

    private static boolean exists(String name) throws IOException {
        String[] parts = name.replace("`", "").split("\\.", -1);
        try (Stream<Path> modules = Files.find(
                ROOT,
                12,
                (path, file) ->
                        path.endsWith(parts[0] + ".java") && path.toString().contains("/src/test/"))) {
            for (Path source : modules.toList()) {
                if (Files.readString(source).contains(" void " + parts[1] + "(")) {
                    return true;
                }
            }
        }
        return false;
    }
}
