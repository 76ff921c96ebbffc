package io.betterprompts.cli;

import picocli.CommandLine.Option;

/** Where a password comes from: never from an argument, which other users of the machine would see. */
final class Passwords {

    @Option(
            names = "--password-stdin",
            description = "Read the password from the standard input, up to the end of its line.")
    boolean fromInput;

    /**
     * Reads it, or asks for it.
     *
     * @throws CliFailure if nobody can be asked
     */
    String of(String name, Terminal terminal) {
        return fromInput
                ? terminal.read().split("\r?\n", 2)[0]
                : terminal.password()
                        .apply("Password of " + name + ": ")
                        .orElseThrow(() -> CliFailure.usage(
                                "there is no terminal to ask for the password; send it with --password-stdin"));
    }
}
