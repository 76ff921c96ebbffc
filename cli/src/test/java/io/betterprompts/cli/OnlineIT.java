package io.betterprompts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.cli.Shell.Ended;
import io.betterprompts.common.json.Json;
import io.betterprompts.local.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The commands that talk to a server, to a running one. */
class OnlineIT {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Api api;
    private static Path home;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer(folder.resolve("data"));
        home = Files.createDirectory(folder.resolve("home"));
        register("ada");
        assertThat(new Shell(home)
                        .password(PASSWORD)
                        .run("login", "ada", "--url", server.url())
                        .exit())
                .isEqualTo(Exit.DONE);
        api = api(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void register(String name) {
        new Api(server.url(), Optional.empty(), new LoginFile(terminal(home)))
                .postOpenly(
                        "/api/v1/auth/register",
                        Map.of("email", name + "@example.com", "username", name, "password", PASSWORD));
    }

    private static Api api(Path home) {
        return new Api(server.url(), Optional.empty(), new LoginFile(terminal(home)));
    }

    private static Terminal terminal(Path home) {
        return new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "",
                Map.of(),
                home,
                prompt -> Optional.empty());
    }

    private static Ended run(String... arguments) {
        return new Shell(home).run(arguments);
    }

    private static String enhanced(String prompt) {
        Ended ended = run("enhance", prompt, "--url", server.url(), "--json");
        assertThat(ended.err()).isEmpty();
        return Json.mapper().readTree(ended.out()).path("history_id").asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write a python function that merges two sorted lists, keep {{style}}",
                "Explain how vaccines work",
                "Fasse den folgenden Text zusammen:\r\n\r\nDie Katze schläft.",
                "A train travels 60 miles in 45 minutes. How far does it go in 2 hours?",
                "hi, how are you?",
                "把这句话翻译成法语：猫在睡觉。"
            })
    void makesTheSameOfAPromptAsTheEngineInThisProcess(String prompt) {
        String offline = run("enhance", prompt).out();
        String online = new Shell(home)
                .with("BETTERPROMPTS_URL", server.url())
                .run("enhance", prompt, "--no-save")
                .out();

        assertThat(online).isEqualTo(offline).contains(prompt);
        assertThat(Json.mapper()
                        .readTree(new Shell(home)
                                .input(prompt)
                                .run("lint", "--json", "--url", server.url())
                                .out()))
                .isEqualTo(Json.mapper()
                        .readTree(new Shell(home)
                                .input(prompt)
                                .run("lint", "--json")
                                .out()));
    }

    @Test
    void keepsTheTokenWhereItsOwnerAloneCanReadIt() throws IOException {
        Path file = home.resolve(".config/betterprompts/login.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("access_token").doesNotContain(PASSWORD);
    }

    @Test
    void findsShowsAndComparesWhatWasKept() {
        String prompt = "Write a haiku about the lighthouse of {{town}}\r\n";
        String id = enhanced(prompt);

        assertThat(run("history", "list", "--limit", "100").out()).contains(id);
        assertThat(run("history", "search", "lighthouse").out()).contains(id).hasLineCount(1);
        assertThat(run("history", "show", id, "--original").out()).isEqualTo(prompt);
        assertThat(run("history", "show", id).out()).contains(prompt).isNotEqualTo(prompt);
        assertThat(run("history", "diff", id).out()).contains("\n+");
        assertThat(run("history", "versions", id).out()).startsWith("  1  ").hasLineCount(1);
        assertThat(run("history", "show", id, "--number", "7").err()).contains("no version 7");
        assertThat(run("history", "show", id, "--number", "1").out())
                .isEqualTo(run("history", "show", id).out());
        assertThat(run("history", "diff", id, "--from", "1").out()).isEmpty();
    }

    @Test
    void takesAdditionsOutOfAPrompt() {
        String id = enhanced("write a python function that merges two sorted lists, keep {{style}}");
        String whole = run("history", "show", id).out();
        List<String> edits = run("history", "edits", id).out().lines().toList();
        assertThat(edits.get(0)).startsWith(" 1  ");
        String rejected = edits.get(0).substring(4);

        Ended ended = run("history", "reject", id, "1");

        assertThat(ended.err()).isEqualTo("Version 2, with 2 of 3 additions.\n");
        assertThat(ended.out()).isNotEqualTo(whole).doesNotContain(rejected);
        assertThat(run("history", "show", id).out()).isEqualTo(ended.out());
        assertThat(run("history", "edits", id).out()).doesNotContain(rejected).contains(" 2  ");
        assertThat(run("history", "edits", id, "--number", "1").out()).contains(rejected);
        assertThat(run("history", "reject", id, "3"))
                .satisfies(refused -> assertThat(refused.exit()).isEqualTo(Exit.USAGE))
                .satisfies(
                        refused -> assertThat(refused.err()).contains("no addition 3; the version has those from 1"));
    }

    @Test
    void makesTemplatesOfPromptsAndTexts() {
        String prompt = "Write an e-mail to my landlord about {{topic}}";
        String id = run(
                        "templates",
                        "create",
                        "--name",
                        "Letter",
                        "--from",
                        enhanced(prompt),
                        "--place",
                        "to=my landlord")
                .out()
                .strip();
        Ended created = new Shell(home)
                .input("A poem about {{what}}\r\n")
                .run("templates", "create", "--name", "Poem of mine", "--tag", "a,b");

        assertThat(run("templates", "show", id).out()).contains("Write an e-mail to {{to}} about {{topic}}");
        assertThat(run("templates", "render", id, "-v", "topic=the roof").out())
                .contains("Write an e-mail to my landlord about the roof");
        assertThat(run("templates", "render", created.out().strip(), "-v", "what=tides")
                        .out())
                .isEqualTo("A poem about tides\r\n");
        assertThat(run("templates", "create", "--name", "x", "text", "--place", "to=nobody")
                        .err())
                .contains("the text has no “nobody”");
    }

    @Test
    void makesAnAccount() throws IOException {
        Path olgas = Files.createDirectory(folder.resolve("olga"));
        Shell shell = new Shell(olgas).input(PASSWORD + "\n");

        Ended ended =
                shell.run("register", "olga", "--email", "olga@example.com", "--url", server.url(), "--password-stdin");

        assertThat(ended.err()).startsWith("Registered at " + server.url() + " as olga; the token is in ");
        assertThat(shell.run("history", "list").exit()).isEqualTo(Exit.DONE);
        assertThat(shell.run(
                        "register", "olga", "--email", "olga@example.com", "--url", server.url(), "--password-stdin"))
                .satisfies(again -> assertThat(again.exit()).isEqualTo(Exit.REFUSED));
    }

    @Test
    void saysThatThereAreMore() {
        enhanced("Write a haiku about rain");
        enhanced("Write a haiku about snow");
        Ended first = run("history", "list", "--limit", "1");

        assertThat(first.out()).hasLineCount(1).contains("about snow");
        assertThat(first.err()).startsWith("There are more: --cursor ");
        String cursor = first.err().strip().substring("There are more: --cursor ".length());
        assertThat(run("history", "list", "--limit", "1", "--cursor", cursor).out())
                .contains("about rain");
    }

    @Test
    void fillsInAndEnhancesTemplates() {
        ObjectNode template = Json.mapper().createObjectNode();
        template.put("name", "Poem").put("content", "A poem about {{what}}\r\nin {{lines}} lines, rhyme: {{rhyme}}");
        template.set(
                "variables",
                Json.mapper()
                        .valueToTree(List.of(
                                Map.of("name", "what", "type", "string", "required", true),
                                Map.of("name", "lines", "type", "number"),
                                Map.of("name", "rhyme", "type", "boolean", "default", false))));
        String id = api.post("/api/v1/templates", template).path("id").asString();
        String filled = "A poem about 5\r\nin 4 lines, rhyme: true";

        assertThat(run("templates", "list", "--query", "poems").out())
                .contains(id)
                .contains("{{what}} {{lines}} {{rhyme}}");
        assertThat(run("templates", "show", id).out())
                .isEqualTo(template.path("content").asString());
        assertThat(run("templates", "render", id, "-v", "what=5", "-v", "lines=4", "--var", "rhyme=true")
                        .out())
                .isEqualTo(filled);
        assertThat(run(
                                "templates",
                                "enhance",
                                id,
                                "-v",
                                "what=5",
                                "-v",
                                "lines=4",
                                "-v",
                                "rhyme=true",
                                "-c",
                                "audience=pirates")
                        .out())
                .contains(filled)
                .contains("pirates");
        assertThat(run("templates", "render", id, "-v", "lines=many"))
                .satisfies(ended -> assertThat(ended.exit()).isEqualTo(Exit.REFUSED))
                .satisfies(ended -> assertThat(ended.err())
                        .contains("variables/what: is required")
                        .contains("variables/lines: must be a number"));
    }

    @Test
    void tellsProblemsInASentence() {
        assertThat(run("history", "show", "01890a5d-ac96-774b-bcce-b302099a8057"))
                .satisfies(ended -> assertThat(ended.exit()).isEqualTo(Exit.REFUSED))
                .satisfies(ended -> assertThat(ended.err())
                        .startsWith("betterprompts: There is no such prompt group. You have no")
                        .doesNotContain("{"));
        assertThat(new Shell(home)
                        .password("wrong")
                        .run("login", "ada", "--url", server.url())
                        .exit())
                .isEqualTo(Exit.NO_CREDENTIAL);
    }

    @Test
    void worksWithAnApiKeyInTheEnvironment() {
        String key = api.post("/api/v1/auth/api-keys", Map.of("name", "cli", "scopes", List.of("enhance")))
                .path("key")
                .asString();
        Shell elsewhere = new Shell(folder.resolve("nobody"))
                .with("BETTERPROMPTS_URL", server.url() + "/")
                .with("BETTERPROMPTS_API_KEY", key);

        assertThat(elsewhere.run("enhance", "Explain how tides work", "--json").out())
                .contains("\"history_id\" : \"");
        assertThat(elsewhere.run("templates", "list"))
                .satisfies(ended -> assertThat(ended.exit()).isEqualTo(Exit.NO_CREDENTIAL))
                .satisfies(ended -> assertThat(ended.err()).contains("needs the scope templates"));
        assertThat(elsewhere
                        .with("BETTERPROMPTS_API_KEY", "bp_live_x")
                        .run("history", "list")
                        .exit())
                .isEqualTo(Exit.NO_CREDENTIAL);
    }

    @Test
    void endsALoginOnTheServerToo() throws IOException {
        register("grace");
        Path graces = Files.createDirectory(folder.resolve("grace"));
        Shell shell = new Shell(graces).input(PASSWORD + "\nmore");
        assertThat(shell.run("login", "grace", "--url", server.url(), "--password-stdin")
                        .exit())
                .isEqualTo(Exit.DONE);
        String kept = Files.readString(graces.resolve(".config/betterprompts/login.json"));

        assertThat(shell.run("history", "list").exit()).isEqualTo(Exit.DONE);
        assertThat(shell.run("logout").err()).contains("Logged out.");
        assertThat(graces.resolve(".config/betterprompts/login.json")).doesNotExist();
        new LoginFile(terminal(graces)).write(Json.mapper().readValue(kept, Login.class));
        assertThat(shell.run("history", "list").exit()).isEqualTo(Exit.NO_CREDENTIAL);
    }
}
