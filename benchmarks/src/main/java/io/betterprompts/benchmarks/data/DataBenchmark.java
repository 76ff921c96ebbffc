package io.betterprompts.benchmarks.data;

import static io.betterprompts.benchmarks.data.Request.HISTORY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database, asks the functions for lists and searches as the user who owns half of it, and writes how long they
 * took into a page of the documentation. Fails if one of them is too slow, or if a large table was read from end to end.
 *
 * <p>Arguments: {@code --versions=1000000}, {@code --rounds=200}, {@code --only=} (a part of
 * the names of requests; the page then stays as it is), {@code --data=} (a folder, kept), {@code --page=} (a file).
 */
public final class DataBenchmark {

    private static final double MOST_MILLIS = 20;

    private final FilledDatabase database;
    private final MeasuredFunctions functions;
    private final int rounds;

    private DataBenchmark(FilledDatabase database, UUID user, int rounds) {
        this.database = database;
        this.functions = new MeasuredFunctions(database, user);
        this.rounds = rounds;
    }

    public static void main(String... arguments) throws IOException {
        Options options = Options.of(arguments);
        try (FilledDatabase database = FilledDatabase.of(options.data(), options.versions())) {
            UUID user = database.db()
                    .sql("select id from auth.users where username = 'user1'")
                    .query(UUID.class)
                    .single();
            DataBenchmark benchmark = new DataBenchmark(database, user, options.rounds());
            System.exit(benchmark.run(user, options) ? 0 : 1);
        }
    }

    private boolean run(UUID user, Options options) throws IOException {
        List<Request> requests = requests(user).stream()
                .filter(request -> request.name().contains(options.only()))
                .toList();
        requests.forEach(request -> measure(request, rounds / 4));
        Map<String, Long> before = scans();
        List<Timing> timings = new ArrayList<>();
        for (Request request : requests) {
            timings.add(measure(request, rounds));
            System.out.println(timings.getLast().line());
        }
        List<String> scanned = scanned(before);
        List<Request> slow = requests.stream()
                .filter(Request::isBound)
                .filter(request -> timings.get(requests.indexOf(request)).percentile(95) > MOST_MILLIS)
                .toList();
        if (options.only().isEmpty()) {
            new PerformancePage(options.page()).write(database, timings, rounds);
        }
        slow.forEach(request -> System.err.println("slower than 20 ms: " + request.name()));
        scanned.forEach(table -> System.err.println("read from end to end: " + table));
        return slow.isEmpty() && scanned.isEmpty();
    }

    private Timing measure(Request request, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            String target = request.target(i);
            long start = System.nanoTime();
            byte[] answer = functions.invoke(target);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (!new String(answer, StandardCharsets.UTF_8).contains("\"statusCode\":200")) {
                throw new IllegalStateException(target + " -> " + new String(answer, StandardCharsets.UTF_8));
            }
        }
        return new Timing(request.name(), millis);
    }

    private List<Request> requests(UUID user) {
        Vocabulary words = Vocabulary.of(database.db());
        String deep = next(HISTORY + "?limit=1&created_before="
                + one(
                        "select to_char(min(created_at) + (max(created_at) - min(created_at)) / 4, 'YYYY-MM-DD')"
                                + " || 'T00:00:00Z' from prompts.history where user_id = :user",
                        user));
        String group = one(
                "select id::text from prompts.history where user_id = :user and current_version_number = 4 limit 1",
                user);
        String[] years = {"2", "1"};
        return List.of(
                Request.bound("history, first page", HISTORY),
                Request.bound("history, first page of 100", HISTORY + "?limit=100"),
                Request.bound("history, page in the last quarter", HISTORY + "?cursor=" + deep),
                Request.bound(
                        "by intent, common or rare", HISTORY + "?intent=reasoning", HISTORY + "?intent=brainstorming"),
                Request.bound("by technique, common", HISTORY + "?technique=structured_output"),
                Request.bound("by technique, rare", HISTORY + "?technique=citations", HISTORY + "?technique=glossary"),
                Request.bound("by technique nobody used", HISTORY + "?technique=react"),
                Request.bound("by tag, common", HISTORY + "?tag=project2", HISTORY + "?tag=tag1"),
                Request.bound(
                        "by tag, rare", HISTORY + "?tag=tag400", HISTORY + "?tag=tag333", HISTORY + "?tag=tag250"),
                Request.bound("by favourite", HISTORY + "?favourite=true", HISTORY + "?favourite=false"),
                Request.bound("by status", HISTORY + "?status=archived", HISTORY + "?status=active"),
                Request.bound("by model, common", HISTORY + "?model=model-1", HISTORY + "?model=model-2"),
                Request.bound("by model, rare", HISTORY + "?model=model-299", HISTORY + "?model=model-212"),
                Request.bound(
                        "by dates, old",
                        HISTORY + "?created_before=" + ago(user, years[0]),
                        HISTORY + "?created_from=" + ago(user, years[0]) + "&created_before=" + ago(user, years[1])),
                Request.bound(
                        "by four conditions at once",
                        HISTORY + "?intent=planning&tag=project12&technique=tone&created_before="
                                + ago(user, years[1])),
                Request.words("search, the commonest words", words, 0, 10, ""),
                Request.words("search, words 11 to 100", words, 10, 100, ""),
                Request.words("search, words 101 to 1,000", words, 100, 1000, ""),
                Request.words("search, words 1,001 to 10,000", words, 1000, 10_000, ""),
                Request.bound("search, no match", HISTORY + "?q=qwertz", HISTORY + "?q=asdfgh"),
                Request.words("search, a common and a rare word", words, 2000, 2200, "%20" + words.at(0)),
                Request.words("search, one word or another", words, 50, 250, "%20or%20" + words.at(300)),
                Request.words("search, a common word without another", words, 5, 50, "%20-" + words.at(1)),
                Request.words("search, with a rare tag", words, 5, 50, "&tag=tag400"),
                Request.words("search, with a common tag", words, 50, 1000, "&tag=tag10"),
                Request.words("search, with an intent", words, 50, 1000, "&intent=summarization"),
                Request.bound("search, a phrase", HISTORY + "?q=%22" + words.at(0) + "%20" + words.at(1) + "%22"),
                Request.bound("versions of a group", HISTORY + "/" + group + "/versions"),
                Request.bound("templates, own and public", "/api/v1/templates"),
                Request.bound("templates, by tag", "/api/v1/templates?tag=tag50"),
                Request.bound(
                        "templates, by words",
                        "/api/v1/templates?q=" + words.at(0),
                        "/api/v1/templates?q=" + words.at(500),
                        "/api/v1/templates?q=qwertz"),
                Request.other(
                        "tags and categories of templates", "/api/v1/templates/tags", "/api/v1/templates/categories"),
                Request.other("sync, a part", "/api/v1/sync"),
                Request.other("effectiveness", "/api/v1/feedback/effectiveness"));
    }

    private String next(String target) {
        return functions.get(target).path("next_cursor").asString();
    }

    /** Relative to the newest group, so that a database that is kept stays the same. */
    private String ago(UUID user, String years) {
        return one(
                "select to_char(max(created_at) - interval '" + years + " years', 'YYYY-MM-DD') || 'T00:00:00Z'"
                        + " from prompts.history where user_id = :user",
                user);
    }

    private String one(String sql, UUID user) {
        return database.db().sql(sql).param("user", user).query(String.class).single();
    }

    private List<String> scanned(Map<String, Long> before) {
        return scans().entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often each large table was read from end to end. Sessions report it once a second when they are idle. */
    private Map<String, Long> scans() {
        pause();
        JdbcClient db = database.db();
        Map<String, Long> scans = new TreeMap<>();
        db.sql("select relname, seq_scan from pg_stat_user_tables where schemaname = 'prompts' and n_live_tup > 50000")
                .query(row -> {
                    scans.put(row.getString("relname"), row.getLong("seq_scan"));
                });
        return scans;
    }

    private static void pause() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
