package io.betterprompts.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the locale, and written as it is: nothing is added to it.
 *
 * @param interactive which of the streams a person sits at: {@code i}, {@code o} and {@code e}
 * @param home the user's folder
 * @param password asks for one without showing it; empty where nobody can be asked
 */
record Terminal(
        InputStream in,
        OutputStream out,
        OutputStream err,
        String interactive,
        Map<String, String> environment,
        Path home,
        Function<String, Optional<String>> password) {

    Terminal {
        environment = Map.copyOf(environment);
    }

    static Optional<String> readPassword(String prompt) {
        return Optional.ofNullable(System.console())
                .map((Console console) -> console.readPassword("%s", prompt))
                .map(String::new);
    }

    boolean isInteractive() {
        return interactive.contains("i");
    }

    /** Whether somebody watches the output, who then sees a line end after it. */
    boolean showsOutput() {
        return interactive.contains("o");
    }

    boolean showsProgress() {
        return interactive.contains("e");
    }

    boolean colours() {
        return showsOutput() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * All that is to be read.
     *
     * @throws CliFailure if it is not UTF-8
     */
    String read() {
        try {
            return text(in.readAllBytes(), "the input");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads bytes as UTF-8.
     *
     * @param what names the bytes to the user
     */
    static String text(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CliFailure.usage(what + " is not UTF-8; convert it, for example with iconv -t UTF-8");
        }
    }

    void print(String text) {
        write(out, text);
    }

    void line(String text) {
        print(text + "\n");
    }

    /** As it is; only for somebody who watches, a line end after it. */
    void exactly(String text) {
        print(showsOutput() && !text.endsWith("\n") ? text + "\n" : text);
    }

    void tell(String text) {
        write(err, text + "\n");
    }

    /** Shown until the next one; not at all where nobody watches. */
    void progress(String what) {
        if (showsProgress()) {
            write(err, "\r\u001b[K" + what);
        }
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new NobodyReads(e);
        }
    }
}
