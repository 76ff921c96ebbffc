package io.betterprompts.lambda;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A packaged function under AWS's runtime interface client, in a process of its own, with the flags and the environment
 * that the managed runtime gives it. Closing kills it, as Lambda does.
 */
public final class LambdaProcess implements AutoCloseable {

    /** The adapter that is the handler of each function behind the API. */
    private static final String HANDLER = "io.betterprompts.common.function.EventInvoker";

    /** Found with the managed java runtimes; but for their shared archive of classes. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RuntimeApi api = new RuntimeApi();
    private final Path log;
    private final long startedAt = System.nanoTime();
    private final Process process;

    /**
     * @param folder for its log and its {@code /tmp}
     * @param environment beside what Lambda itself sets
     */
    public LambdaProcess(UnpackedFunction function, Path folder, Map<String, String> environment) {
        log = folder.resolve("log");
        try {
            Path tmp = Files.createDirectories(folder.resolve("tmp"));
            ProcessBuilder builder = new ProcessBuilder(command(tmp, clientLibrary(folder)))
                    .directory(function.taskRoot().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(lambda(function, tmp));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var unused = process.onExit().thenRun(() -> api.fail("the process ended"));
    }

    /**
     * The native part of the runtime interface client, which would unpack it into one file of {@code /tmp} for all processes;
     * one then loads what another has half written, and the JVM crashes.
     */
    private static Path clientLibrary(Path folder) throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path library = folder.resolve("libaws-lambda-jni.so");
        try (InputStream packed =
                AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
            Files.copy(requireNonNull(packed), library);
        }
        return library;
    }

    /** The home folder cannot be written, as on Lambda. */
    private static List<String> command(Path tmp, Path clientLibrary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-Djava.io.tmpdir=" + tmp, "-Duser.home=/dev/null"));
        command.add("-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + clientLibrary);
        command.addAll(
                List.of("-cp", runtime(), "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", HANDLER));
        return command;
    }

    /** The jars of the runtime, which are not the function's, as a class path. */
    public static String runtime() {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(
                                jar -> jar.matches(
                                        ".*/(aws-lambda-java-(core|serialization|runtime-interface-client)|utils-lite)-[0-9][^/]*\\.jar"))
                        .toList());
    }

    private Map<String, String> lambda(UnpackedFunction function, Path tmp) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "betterprompts"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "test"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
                Map.entry("LAMBDA_TASK_ROOT", function.taskRoot().toString()),
                Map.entry("_HANDLER", HANDLER),
                Map.entry("DJL_CACHE_DIR", tmp.resolve("djl").toString()),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    /** Waits until it asks for an event, and returns how long that took since the process began. */
    public Duration awaitReady() {
        await(api.ready());
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Waits until it asks to be restored, and returns how long that took since the process began. */
    public Duration awaitCheckpoint() {
        await(api.checkpoint());
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Lets it go on from the checkpoint, and waits until it asks for an event. */
    public Duration restore() {
        long start = System.nanoTime();
        api.restore();
        await(api.ready());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public byte[] invoke(byte[] event) {
        return await(api.invoke(event));
    }

    public long pid() {
        return process.pid();
    }

    /** Of all its threads so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What its JVM answers to a command of {@code jcmd}. */
    public String jcmd(String... command) {
        return new JdkTool("jcmd")
                .run(Stream.concat(Stream.of(Long.toString(pid())), Stream.of(command))
                        .toList());
    }

    /** Its connections, but for that to the Runtime API. Those that it has closed are none. */
    public List<Connection> connections() {
        return Connection.of(process.pid()).stream()
                .filter(connection -> connection.port() != api.port())
                .toList();
    }

    /** What it printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e + "\n" + log(), e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        api.close();
    }
}
