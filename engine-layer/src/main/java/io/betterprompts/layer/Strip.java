package io.betterprompts.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * GNU's {@code strip}, which takes what only a debugger reads out of a native library. LLVM's is refused: it breaks
 * libtorch for aarch64, whose segments it leaves off their pages.
 *
 * @param version as it tells it
 */
record Strip(String version) {

    /** Empty where there is none. */
    static Optional<Strip> installed() {
        try {
            Process process = new ProcessBuilder("strip", "--version")
                    .redirectErrorStream(true)
                    .start();
            String first = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return first.startsWith("GNU strip") ? Optional.of(new Strip(first)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Changes the file. */
    void run(Path library) {
        try {
            int code = new ProcessBuilder("strip", library.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("strip ended with " + code + " on " + library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
