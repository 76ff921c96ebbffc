package io.betterprompts.training;

import io.betterprompts.model.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Runs {@link FineTune} processes of one thread each, as many at once as there are processors. Two of them on two cores learn
 * faster than one with two threads, and one thread adds in one order: the same run gives the same weights.
 *
 * <p>What was learned is kept, so that a run that was interrupted goes on with what is left.
 */
final class FineTunings {

    private static final List<String> FLAGS = List.of(
            "-Xmx3g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Dai.djl.pytorch.num_threads=1");

    private final Path corpus;
    private final Path kept;
    private final PrintStream log;

    FineTunings(Path corpus, Path kept, PrintStream log) {
        this.corpus = corpus;
        this.kept = kept;
        this.log = log;
    }

    /**
     * What each gave, in their order.
     *
     * @throws IOException if one of the processes fails
     */
    List<FineTuned> run(List<List<String>> arguments) throws IOException, InterruptedException {
        String corpusHash = Corpus.read(corpus).sha256();
        List<Future<FineTuned>> running = new ArrayList<>();
        try (ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (List<String> own : arguments) {
                int number = running.size() + 1;
                running.add(processors.submit(() -> run(number, own, folder(corpusHash, own))));
            }
        }
        return results(running);
    }

    private static List<FineTuned> results(List<Future<FineTuned>> ended) throws IOException, InterruptedException {
        List<FineTuned> results = new ArrayList<>();
        for (Future<FineTuned> one : ended) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return results;
    }

    /** Of a name that tells what it was made from. */
    private Path folder(String corpusHash, List<String> arguments) {
        String all = corpusHash + " " + HyperParameters.of(arguments);
        return kept.resolve(Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 12));
    }

    private FineTuned run(int number, List<String> arguments, Path folder) throws IOException, InterruptedException {
        if (!FineTuned.isIn(folder)) {
            start(number, arguments, folder);
        }
        return FineTuned.read(folder);
    }

    private void start(int number, List<String> arguments, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command(arguments, folder))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> log.println(number + ": " + line));
        }
        if (process.waitFor() != 0) {
            throw new IOException("fine-tuning " + number + " " + arguments + " ended with " + process.exitValue());
        }
    }

    private List<String> command(List<String> arguments, Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> program = List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                FineTune.class.getName(),
                corpus.toString(),
                folder.toString());
        return Stream.of(List.of(java), FLAGS, program, arguments)
                .flatMap(List::stream)
                .toList();
    }
}
