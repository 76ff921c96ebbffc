package io.betterprompts.local;

import io.betterprompts.common.json.Json;
import io.betterprompts.common.secret.SecretsManagerStub;
import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.lambda.UnpackedFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The zips that the build made, unpacked, and what they find around them in the cloud: a database and secrets. */
public final class PackagedProduct implements AutoCloseable {

    /** What each function is asked first, of {@code sam-local/events}. */
    public static final Map<String, String> EVENTS = Map.of(
            "auth", "logIn.ok.200.json",
            "enhance", "enhance.ok.200.json",
            "history", "listHistory.ok.200.json",
            "templates", "listTemplates.ok.200.json",
            "settings", "readSettings.ok.200.json");

    static final String LOGIN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:login-AbCdEf";
    static final String SIGNING = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:signing-AbCdEf";

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final Path layer;
    private final Map<String, UnpackedFunction> unpacked = new HashMap<>();

    final RestartedPostgres database;
    final SecretsManagerStub secrets;

    public PackagedProduct(Path folder) {
        this.folder = folder;
        layer = folder.resolve("layer");
        UnpackedFunction.unzip(REPOSITORY.resolve("engine-layer/target/engine-layer.zip"), layer);
        database = new RestartedPostgres(folder.resolve("postgres"));
        try {
            secrets = new SecretsManagerStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logInAs("first_login");
        secrets.hold(SIGNING, "a-signing-secret-that-is-long-enough-for-the-key-1");
    }

    /** Makes a login and puts it into the secret; the one before cannot log in any more. */
    void logInAs(String user) {
        database.db().sql("create role " + user + " superuser login").update();
        database.db()
                .sql("select rolname from pg_roles where rolname like '%\\_login' and rolname <> :user")
                .param("user", user)
                .query(String.class)
                .list()
                .forEach(old ->
                        database.db().sql("alter role " + old + " nologin").update());
        secrets.hold(
                LOGIN, Json.mapper().writeValueAsString(Map.of("username", user, "password", user + "'s password")));
    }

    /**
     * Starts a function.
     *
     * @param more beside what it gets from the deployment
     */
    public LambdaProcess start(String function, Map<String, String> more) {
        return start(function, unpacked(function), more);
    }

    /** Starts what was made of a function's zip. */
    public LambdaProcess start(String function, UnpackedFunction unpacked, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MAIN_CLASS",
                mainClass(function),
                "DB_URL",
                database.url(),
                "DB_SECRET",
                LOGIN,
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                secrets.address().toString()));
        if (function.equals("auth")) {
            environment.put("SIGNING_SECRET", SIGNING);
        }
        environment.putAll(more);
        try {
            return new LambdaProcess(unpacked, Files.createTempDirectory(folder, function), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String mainClass(String function) {
        return "io.betterprompts." + function + "." + function.substring(0, 1).toUpperCase(Locale.ROOT)
                + function.substring(1) + "Application";
    }

    public UnpackedFunction unpacked(String function) {
        return unpacked.computeIfAbsent(function, f -> unpack(f, folder.resolve(f)));
    }

    /** Once more, for whoever wants to change something in it. */
    public UnpackedFunction unpack(String function, Path to) {
        return UnpackedFunction.of(
                REPOSITORY.resolve("functions/" + function + "/target/" + function + "-lambda.zip"),
                function.equals("enhance") ? Optional.of(layer) : Optional.empty(),
                to);
    }

    public static List<String> functions() {
        return List.of("auth", "enhance", "history", "templates", "settings");
    }

    @Override
    public void close() {
        secrets.close();
        database.close();
    }
}
