package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Sends recognisable prompts, passwords and tokens through every operation, in right requests and wrong ones, with a
 * database that works, refuses and is gone, and looks for them in every line that any logger writes. Our own loggers
 * write at DEBUG, the others at the level they are shipped with.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryLogIT {

    private static final String PROMPT = "canaryprompt";
    private static final String PASSWORD = "canarypassword correct horse";
    private static final String TOKEN = "canarytoken";
    private static final String FIELD = "canaryfield";
    private static final String EMAIL = "canaryemail";

    /** What must stand in no line; the tokens and keys that the server hands out come on top. */
    private static final Set<String> CANARIES = ConcurrentHashMap.newKeySet();

    /** They succeed with any body, and the user is needed for the rest. */
    private static final Set<String> LOGOUTS = Set.of("logOut", "logOutEverywhere");

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    /** For constraints that no new row satisfies: what the database then reports would quote the row. */
    private static final List<String> TABLES = List.of(
            "auth.users",
            "auth.sessions",
            "auth.api_keys",
            "prompts.history",
            "prompts.versions",
            "prompts.templates",
            "settings.user_settings");

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static LocalServer server;
    private static LogRecorder log;
    private static LocalClient anyone;
    private static LocalClient user;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        LocalDatabase database = new LocalDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        server = new LocalServer(new LocalSettings(0, folder, Optional.of(database)), silent);
        log = LogRecorder.recording();
        LogRecorder.level("io.betterprompts", Level.DEBUG);
        CANARIES.addAll(Set.of(PROMPT, "canarypassword", TOKEN, FIELD, EMAIL));
        anyone = new LocalClient(server.url());
        user = anyone.withToken(keep(anyone.post("/api/v1/auth/register", registration("first"))));
    }

    @AfterAll
    static void stop() throws IOException {
        LogRecorder.level("io.betterprompts", Level.INFO);
        log.close();
        server.close();
        postgres.close();
    }

    private static Map<String, Object> registration(String name) {
        return Map.of("email", EMAIL + name + "@example.com", "username", "c-" + name, "password", PASSWORD);
    }

    /** The credentials of an answer are canaries from then on. */
    private static String keep(LocalClient.Answer answer) {
        JsonNode json = answer.json();
        for (String field : List.of("access_token", "refresh_token", "key")) {
            if (json.path(field).isString()) {
                CANARIES.add(json.path(field).asString());
            }
        }
        return json.path("access_token").asString();
    }

    private static void assertNoCanaryIsLogged() {
        assertThat(log.lines()).noneMatch(line -> CANARIES.stream().anyMatch(line::contains));
    }

    @Test
    @Order(1)
    void findsACanaryThatIsLogged() {
        try (LogRecorder recorder = LogRecorder.recording()) {
            LoggerFactory.getLogger("io.betterprompts.planted")
                    .atDebug()
                    .setCause(new IllegalStateException("in a cause " + TOKEN))
                    .addKeyValue("text", PROMPT)
                    .log("a line");

            assertThat(recorder.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(TOKEN).contains(PROMPT));
        }
        log.close();
        log = LogRecorder.recording();
    }

    @Test
    @Order(2)
    void logsNothingOfRightRequests() {
        assertThat(rightRequests(user)).allMatch(status -> status < 500).contains(200, 201);

        assertThat(log.lines()).anyMatch(line -> line.contains("POST /api/v1/enhance"));
        assertNoCanaryIsLogged();
    }

    @Test
    @Order(3)
    void logsNothingOfWrongRequests() {
        List<Integer> statuses = atOnce(wrongRequests());

        assertThat(statuses).allMatch(status -> status < 500).contains(400, 401, 404, 413, 422);
        assertNoCanaryIsLogged();
    }

    @Test
    @Order(4)
    void logsNothingOfWhatTheDatabaseRefuses() {
        JdbcClient db = JdbcClient.create(postgres.getPostgresDatabase());
        TABLES.forEach(table -> db.sql("alter table " + table + " add constraint planted check (false) not valid")
                .update());

        List<Integer> statuses = rightRequests(user);

        TABLES.forEach(table ->
                db.sql("alter table " + table + " drop constraint planted").update());
        assertThat(statuses).contains(500);
        assertThat(log.lines()).anyMatch(line -> line.contains("unexpected failure"));
        assertNoCanaryIsLogged();
    }

    @Test
    @Order(5)
    void logsNothingWhileTheDatabaseIsGone() throws IOException {
        postgres.close();

        List<Integer> statuses = atOnce(List.of(
                () -> anyone.post("/api/v1/auth/register", registration("late")).status(),
                () -> logIn("c-first").status(),
                () -> user.enhance(PROMPT).status(),
                () -> user.post("/api/v1/templates", Map.of("name", PROMPT, "content", PROMPT))
                        .status(),
                () -> user.get("/api/v1/history?q=" + PROMPT).status(),
                () -> user.send("PATCH", "/api/v1/settings", Map.of("settings_data", Map.of("a", PROMPT)))
                        .status()));

        assertThat(statuses).contains(503);
        assertThat(log.lines())
                .anyMatch(line ->
                        line.contains("no connection to the database") || line.contains("the database broke off"));
        assertNoCanaryIsLogged();
    }

    private static LocalClient.Answer logIn(String name) {
        return anyone.post("/api/v1/auth/login", Map.of("email_or_username", name, "password", PASSWORD));
    }

    private static List<Integer> rightRequests(LocalClient who) {
        List<LocalClient.Answer> answers = new ArrayList<>();
        answers.add(anyone.post("/api/v1/auth/register", registration("other")));
        answers.add(logIn("c-first"));
        answers.add(who.post("/api/v1/auth/api-keys", Map.of("name", PROMPT, "scopes", List.of("enhance"))));
        answers.add(who.send("PATCH", "/api/v1/auth/profile", Map.of("email", EMAIL + "2@example.com")));
        answers.add(who.enhance("Write a " + PROMPT + " poem"));
        answers.add(anyone.enhance("Write a " + PROMPT + " poem"));
        answers.add(who.post("/api/v1/analyze", Map.of("text", PROMPT)));
        answers.add(who.post("/api/v1/enhance/batch", Map.of("items", List.of(Map.of("text", PROMPT)))));
        answers.add(who.post("/api/v1/history", Map.of("original_prompt", PROMPT, "optimized_prompt", PROMPT)));
        answers.add(who.post("/api/v1/templates", Map.of("name", PROMPT, "content", PROMPT)));
        answers.add(who.send("PATCH", "/api/v1/settings", Map.of("settings_data", Map.of("note", PROMPT))));
        answers.add(who.post("/mcp", toolCall("enhance_prompt", Map.of("text", "Write a " + PROMPT + " poem"))));
        answers.add(who.post("/mcp", toolCall("enhance_prompt", Map.of(FIELD, PROMPT))));
        answers.add(who.post("/mcp", toolCall("list_templates", Map.of("query", PROMPT))));
        answers.add(who.get("/api/v1/auth/profile"));
        answers.add(who.get("/api/v1/auth/sessions"));
        answers.add(who.get("/api/v1/auth/export"));
        answers.add(who.get("/api/v1/history"));
        answers.add(who.get("/api/v1/templates?q=" + PROMPT));
        answers.forEach(CanaryLogIT::keep);
        return answers.stream().map(LocalClient.Answer::status).toList();
    }

    private static Map<String, Object> toolCall(String tool, Map<String, Object> arguments) {
        Map<String, Object> params = Map.of("name", tool, "arguments", arguments);
        return Map.of("jsonrpc", "2.0", "id", PROMPT, "method", "tools/call", "params", params);
    }

    /** Each operation with bodies, parameters and credentials that are wrong in each way there is. */
    private static List<Callable<Integer>> wrongRequests() {
        List<Object> bodies = List.of(
                "{\"text\": \"" + PROMPT + "\", \"password\": " + PASSWORD,
                "{\"" + FIELD + "\": 1, \"" + FIELD + "\": 2}",
                "{\"" + FIELD + "\": \"" + PROMPT + "\"}",
                Map.of("text", List.of(PROMPT), "password", Map.of(FIELD, PASSWORD), "email", PROMPT, "name", 7),
                Map.of("email", PROMPT, "username", PROMPT + " " + PROMPT, "password", "x", "refresh_token", TOKEN),
                Map.of("email_or_username", EMAIL, "password", PASSWORD + "x"),
                Map.of("current_password", PASSWORD + "x", "new_password", "canarypassword new horse"),
                Map.of("jsonrpc", "2.0", "id", PROMPT, "method", PROMPT, "params", Map.of(FIELD, PROMPT)),
                "[".repeat(2000) + PROMPT);
        List<Callable<Integer>> requests = new ArrayList<>();
        for (Operation operation : Contract.load().operations()) {
            String path = operation.path().replaceAll("\\{[^}]+}", ID) + "?cursor=" + TOKEN + "&q=" + PROMPT;
            List<Object> sent = operation.body().isPresent() ? bodies : List.of("");
            for (Object body : LOGOUTS.contains(operation.handledAs()) ? List.of() : sent) {
                requests.add(() -> user.send(operation.method(), path, body).status());
            }
            requests.add(() -> anyone.withToken(TOKEN)
                    .send(operation.method(), path, sent.getFirst())
                    .status());
            requests.add(() -> anyone.withToken("bp_live_" + TOKEN)
                    .send(operation.method(), path.replace(ID, PROMPT), sent.getFirst())
                    .status());
        }
        requests.add(() -> user.get("/api/v1/" + PROMPT).status());
        requests.add(() -> user.enhance(PROMPT.repeat(100_000)).status());
        return requests;
    }

    private static List<Integer> atOnce(List<Callable<Integer>> requests) {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            return threads.invokeAll(requests).stream()
                    .map(future -> future.resultNow())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
