package io.betterprompts.templates.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.ValidationFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ForeignPromptsTests {

    @Test
    void readsWhatLangfuseExports() {
        List<ForeignPrompt> prompts = ForeignPrompts.read("langfuse", json("/langfuse-prompts.json"));

        assertThat(prompts)
                .extracting(ForeignPrompt::name)
                .containsExactlyInAnyOrder("support/first-answer", "house-rules");
        ForeignPrompt answer = named(prompts, "support/first-answer");
        assertThat(answer.contents()).containsExactly("Answer this: {{question}}", """
                        <system>
                        You answer for {{company}}.
                        </system>

                        <user>
                        {{history}}
                        </user>

                        <user>
                        {{question}}
                        </user>""");
        assertThat(answer.description()).isEqualTo("Ask the company's name");
        assertThat(answer.tags()).containsExactly("Support");
        assertThat(answer.notes()).containsExactly("config is left out", "labels are left out");
        assertThat(named(prompts, "house-rules").contents().getFirst()).endsWith("braces.\r\n\tAnd white space.");
        assertThat(named(prompts, "house-rules").notes()).containsExactly("its references to other prompts stay text");
    }

    @Test
    void readsPromptObjectsOfOpenAi() {
        List<ForeignPrompt> prompts = ForeignPrompts.read("openai", json("/openai-prompts.json"));

        assertThat(prompts).extracting(ForeignPrompt::name).containsExactly("Weather report", "pmpt_9876543210");
        assertThat(prompts.getFirst().contents()).containsExactly("""
                        <system>
                        Report like a sailor.
                        </system>

                        <user>
                        The weather in {{city}} on {{day}}
                        </user>""");
        assertThat(prompts.getFirst().templates().getFirst().path("variables").toString())
                .isEqualTo("[{\"name\":\"city\",\"type\":\"string\",\"default\":\"San Francisco\"},"
                        + "{\"name\":\"day\",\"type\":\"string\",\"default\":\"Sunday\"}]");
        assertThat(prompts.get(1).contents()).containsExactly("Name three uses of {{thing}}.");
    }

    @Test
    void readsAConfigurationOfPromptfoo() {
        List<ForeignPrompt> prompts = ForeignPrompts.read("promptfoo", text(resource("/promptfooconfig.yaml")));

        assertThat(prompts)
                .extracting(ForeignPrompt::name)
                .containsExactly("Translate into {{language}}: {{text}}", "With a persona", "chat");
        assertThat(prompts).allMatch(prompt -> "Translations".equals(prompt.description()));
        assertThat(prompts.getFirst().defaults()).containsOnlyKeys("language");
        assertThat(prompts.get(1).contents())
                .containsExactly("You are a {{persona | lower}} translator.\n\n{{text}}\n");
        assertThat(prompts.get(1).notes()).containsExactly("its Nunjucks expressions stay text");
        assertThat(prompts.get(2).contents().getFirst()).startsWith("<system>\nBe brief.\n</system>");
    }

    @Test
    void readsTextsOfAZipArchiveByteForByte() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mail/", new byte[0]);
        files.put("mail/Polite no.md", "# No\r\n\t{{name}} é".getBytes(StandardCharsets.UTF_8));
        files.put("__MACOSX/mail/._Polite no.md", new byte[] {0, 1});
        files.put(".DS_Store", new byte[] {0, 1});
        files.put("top.txt", "\ufeffhello".getBytes(StandardCharsets.UTF_8));

        List<ForeignPrompt> prompts = ForeignPrompts.read("zip", zip(files));

        assertThat(prompts).extracting(ForeignPrompt::name).containsExactly("Polite no", "top");
        assertThat(prompts).extracting(ForeignPrompt::category).containsExactly("mail", null);
        assertThat(prompts).flatExtracting(ForeignPrompt::contents).containsExactly("# No\r\n\t{{name}} é", "hello");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            langfuse | [{"name": "a", "prompt": "x"}, {"name": "b"}, {"prompt": "x"}, 7]  | #/document/1 #/document/2 #/document/3
            langfuse | {"name": "a", "prompt": [{"role": "user", "content": [{"type": "image_url"}]}]} | #/document
            openai   | [{"id": "pmpt_1", "version": "2"}]                                 | #/document/0
            openai   | {"data": [{"input": [{"role": "user", "content": [{"type": "input_image"}]}]}]} | #/document/data/0
            langfuse | []                                                                 | #/document
            """)
    void namesEachItemThatCannotBeTaken(String format, String document, String pointers) {
        assertThat(faults(format, Json.mapper().readTree(document))).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompts: [file://a.txt]",
                "prompts: [prompts/a.txt]",
                "prompts: ['']",
                "prompts: []",
                "just text",
                "a: [",
                "prompts: !!javax.script.ScriptEngineManager [x]",
                "prompts: !!java.net.URL ['http://localhost']",
                "prompts: [x]\nprompts: [y]",
                "prompts: [\"a\\0b\"]",
                "prompts: [\"a\\ud800b\"]",
                "prompts: &a [*a]"
            })
    void refusesConfigurationsThatWouldNeedMoreThanText(String yaml) {
        assertThat(faults("promptfoo", text(yaml))).isNotEmpty();
    }

    @Test
    void doesNotMultiplyAliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(faults("promptfoo", text(yaml + "prompts: [x]\n"))).containsExactly("#/document");
        assertThat(faults("promptfoo", text("prompts: " + "[".repeat(10_000)))).containsExactly("#/document");
    }

    @Test
    void stopsAtTheLimitsOfAnArchive() {
        byte[] large = new byte[ZippedTexts.MAX_ENTRY + 1];
        byte[] most = new byte[ZippedTexts.MAX_ENTRY];

        assertThat(faults("zip", zip(Map.of("a.txt", large)))).containsExactly("#/document");
        assertThat(faults("zip", zip(Map.of("a.exe", new byte[100_000_000])))).containsExactly("#/document");
        assertThat(faults("zip", zip(many(ZippedTexts.MAX_TOTAL / ZippedTexts.MAX_ENTRY + 1, most))))
                .containsExactly("#/document");
        assertThat(faults("zip", zip(many(ZippedTexts.MAX_ENTRIES + 1, new byte[0]))))
                .containsExactly("#/document");
    }

    @Test
    void refusesArchivesOfAnythingElse() {
        assertThat(faults("zip", text("no base64!"))).containsExactly("#/document");
        assertThat(faults("zip", text("aGVsbG8="))).containsExactly("#/document");
        assertThat(faults("zip", zip(Map.of("a.pdf", new byte[] {1})))).containsExactly("#/document");
        assertThat(faults("zip", zip(Map.of("a.txt", new byte[] {(byte) 0xff}))))
                .containsExactly("#/document");
    }

    private static Map<String, byte[]> many(int files, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < files; i++) {
            entries.put(i + ".txt", content);
        }
        return entries;
    }

    private static JsonNode zip(Map<String, byte[]> files) {
        return text(zipped(files));
    }

    private static String zipped(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static List<String> faults(String format, JsonNode document) {
        ValidationFailed refused =
                catchThrowableOfType(ValidationFailed.class, () -> ForeignPrompts.read(format, document));
        return refused.problem("/", "id").errors().stream()
                .map(fault -> String.valueOf(fault.pointer()))
                .toList();
    }

    private static ForeignPrompt named(List<ForeignPrompt> prompts, String name) {
        return prompts.stream()
                .filter(prompt -> prompt.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String resource) {
        return Json.mapper().readTree(resource(resource));
    }

    private static JsonNode text(String text) {
        return Json.mapper().getNodeFactory().stringNode(text);
    }

    private static String resource(String name) {
        try (InputStream in = requireNonNull(ForeignPromptsTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
