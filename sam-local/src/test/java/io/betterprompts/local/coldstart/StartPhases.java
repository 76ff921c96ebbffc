package io.betterprompts.local.coldstart;

import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.local.coldstart.ColdFunction.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the time until the first answer goes, without a snapshot. Most phases begin where a certain class is loaded. */
record StartPhases(StartTrace trace, ClassWork work, long started, long ready, long answered) {

    /** Columns are functions. */
    static String table(List<ColdFunction> functions) {
        List<Map<String, String>> columns = functions.stream()
                .map(StartPhases::measure)
                .map(StartPhases::cells)
                .toList();
        Stream<String> rows = columns.getFirst().keySet().stream()
                .map(label ->
                        FunctionColumns.row(label, columns.stream().map(column -> column.getOrDefault(label, ""))));
        return FunctionColumns.head("ms", functions) + rows.collect(Collectors.joining());
    }

    /** The median of some starts, by the time until the first answer. */
    private static StartPhases measure(ColdFunction function) {
        return Stream.generate(() -> start(function))
                .limit(FunctionFigures.STARTS)
                .sorted(Comparator.comparing(start -> start.answered - start.started))
                .toList()
                .get(FunctionFigures.STARTS / 2);
    }

    private static StartPhases start(ColdFunction function) {
        try {
            Path log = Files.createTempFile("classes", ".log");
            Variant traced = Variant.withFlags("", function.packaged().unpacked(), StartTrace.flag(log));
            try (LambdaProcess process = function.start(traced, Map.of())) {
                Duration init = process.awaitReady();
                long ready = System.nanoTime();
                Duration call = function.call(process);
                ClassWork work = ClassWork.of(process);
                return new StartPhases(
                        StartTrace.read(log), work, ready - init.toNanos(), ready, ready + call.toNanos());
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> cells() {
        long client = at("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        long handler = at("io.betterprompts.common.function.EventInvoker");
        long definitions = at("org.springframework.context.annotation.ConfigurationClassPostProcessor");
        long contract = at("io.betterprompts.common.contract.ContractReader");
        long contractRead = at("io.betterprompts.common.contract.Contract$PathTable");
        long model = trace.first("ai.djl.").orElse(0);
        long modelLoaded = model == 0 ? 0 : at("com.knuddels.jtokkit.");
        long secret = at("software.amazon.awssdk.services.secretsmanager.");
        long database = at("org.postgresql.Driver");
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("the JVM", ms(client - started));
        cells.put("the runtime client, until it has the handler's class", ms(handler - client));
        cells.put("Spring Boot: logging, settings", ms(definitions - handler));
        cells.put("Spring: what beans there are", ms(contract - definitions));
        cells.put("the contract and its schemas", ms(contractRead - contract));
        cells.put("libtorch and the model", model == 0 ? "" : ms(modelLoaded - model));
        cells.put("the other beans, the function itself", ms(ready - contractRead - (modelLoaded - model)));
        cells.put("**waits for the first event**", "**" + ms(ready - started) + "**");
        cells.put("event, contract, token", ms(secret - ready));
        cells.put("the AWS SDK, the database's login from Secrets Manager", ms(database - secret));
        cells.put("connection, queries, the answer", ms(answered - database));
        cells.put("**has answered**", "**" + ms(answered - started) + "**");
        cells.put(
                "of that, with finding, reading and checking classes",
                ms(work.loading().toNanos()));
        cells.put("beside that, the compiler's thread", ms(work.compiling().toNanos()));
        cells.put("classes; of them in the JDK's archive", work.classes() + "; " + work.shared());
        return cells;
    }

    private long at(String firstClass) {
        return trace.first(firstClass).orElseThrow(() -> new IllegalStateException("never loaded: " + firstClass));
    }

    private static String ms(long nanos) {
        return Long.toString(Duration.ofNanos(nanos).toMillis());
    }
}
