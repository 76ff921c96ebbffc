package io.betterprompts.cli;

import io.betterprompts.engine.EnhancementRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Gets a prompt from where it is said to be, byte for byte. */
final class PromptSource {

    static final Path STANDARD_INPUT = Path.of("-");

    private final Terminal terminal;

    PromptSource(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The text if it was given, else the file, else the standard input. */
    String prompt(Optional<String> text, Optional<Path> file) {
        if (text.isPresent() && file.isPresent()) {
            throw CliFailure.usage("give the prompt as an argument or as a file, not both");
        }
        return text.map(PromptSource::argument).orElseGet(() -> file(file.orElse(STANDARD_INPUT)));
    }

    String file(Path file) {
        String text = file.equals(STANDARD_INPUT) ? input() : content(file);
        return checked(text, file.equals(STANDARD_INPUT) ? "the prompt" : file.toString());
    }

    private String input() {
        if (terminal.isInteractive()) {
            terminal.tell("Type the prompt; Ctrl-D ends it.");
        }
        return terminal.read();
    }

    static String content(Path file) {
        try {
            return Terminal.text(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw CliFailure.usage("cannot read " + file);
        }
    }

    /** A locale that has no such characters loses them before this program begins. */
    private static String argument(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw CliFailure.usage(
                    "the locale cannot pass this argument on; set LC_ALL=C.UTF-8, or use the standard input");
        }
        return checked(text, "the prompt");
    }

    private static String checked(String text, String what) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            throw CliFailure.usage(what + " is empty");
        }
        if (length > EnhancementRequest.LONGEST) {
            throw CliFailure.usage(String.format(
                    Locale.ROOT,
                    "%s has %,d characters; at most %,d are taken. Send the instruction, and only a part of the"
                            + " material.",
                    what,
                    length,
                    EnhancementRequest.LONGEST));
        }
        return text;
    }
}
