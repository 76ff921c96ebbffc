package io.betterprompts.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** Starts the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("server")) {
            // Libraries that log to the standard output would spoil it, and a logging system takes its time to start.
            System.setProperty("slf4j.internal.verbosity", "WARN");
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        }
        Terminal terminal = new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getProperty("betterprompts.terminal", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Terminal::readPassword);
        System.exit(new CommandLines(terminal).run(arguments));
    }
}
