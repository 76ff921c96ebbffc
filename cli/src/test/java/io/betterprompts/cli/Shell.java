package io.betterprompts.cli;

import io.betterprompts.engine.classify.IntentClassifier;
import io.betterprompts.engine.classify.LoadStep;
import io.betterprompts.engine.classify.TorchIntentClassifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives command lines, in this process, and holds what came of the last one. The classifier is loaded once. */
final class Shell {

    private static final class Loaded {
        static final IntentClassifier CLASSIFIER = TorchIntentClassifier.load();
    }

    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private byte[] input = new byte[0];
    private String interactive = "";
    private Optional<String> password = Optional.empty();
    private Optional<OutputStream> reader = Optional.empty();

    Shell(Path home) {
        this.home = home;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell input(byte[] bytes) {
        input = bytes;
        return this;
    }

    /**
     * Somebody sits there.
     *
     * @param streams at these, of {@code ioe}
     */
    Shell watched(String streams) {
        interactive = streams;
        return this;
    }

    Shell password(String typed) {
        password = Optional.of(typed);
        return this;
    }

    Shell readBy(OutputStream other) {
        reader = Optional.of(other);
        return this;
    }

    Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                reader.orElse(out),
                err,
                interactive,
                environment,
                home,
                prompt -> password);
        Engines engines = new Engines(terminal, progress -> {
            progress.accept(LoadStep.WEIGHTS);
            return Loaded.CLASSIFIER;
        });
        int exit = new CommandLines(terminal, engines).run(arguments);
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Like a pipe whose reader has gone. */
    static OutputStream gone() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
    }

    /** What came of a command. */
    record Ended(int exit, String out, String err) {}
}
