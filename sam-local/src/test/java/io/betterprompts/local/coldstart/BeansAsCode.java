package io.betterprompts.local.coldstart;

import io.betterprompts.lambda.JdkTool;
import io.betterprompts.lambda.LambdaProcess;
import io.betterprompts.lambda.UnpackedFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Spring works out of a function's beans ahead of time.
 *
 * @param folder for sources and the like
 */
record BeansAsCode(UnpackedFunction function, String mainClass, Path folder) {

    /** Spring Cloud Function names it among its hints for native images. No zip has it, and nothing else needs it. */
    private static final String MISSING =
            "package org.springframework.boot.web.server; public class Ssl { public static class ServerNameSslBundle {} }";

    /** Puts it into the function, as one more jar. */
    void add() throws IOException {
        Path missing = Files.createDirectories(folder.resolve("missing"));
        Path source = Files.writeString(missing.resolve("Ssl.java"), MISSING);
        javac(Stream.of("-d", missing.toString(), source.toString()));

        Path classes = folder.resolve("classes");
        new JdkTool("java", Map.of("MAIN_CLASS", mainClass))
                .run(List.of("-cp", classPath(missing), AheadOfTime.class.getName(), folder.toString()));
        try (Stream<Path> files = Files.walk(folder.resolve("sources"))) {
            Stream<String> sources = files.map(Path::toString).filter(file -> file.endsWith(".java"));
            javac(Stream.concat(Stream.of("-d", classes.toString(), "-cp", classPath(classes)), sources));
        }
        Path jar = function.taskRoot().resolve("lib/ahead-of-time.jar");
        new JdkTool("jar").run(List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    }

    private static void javac(Stream<String> arguments) {
        new JdkTool("javac")
                .run(Stream.concat(Stream.of("-proc:none"), arguments).toList());
    }

    private String classPath(Path first) {
        Path root = function.taskRoot();
        return String.join(
                File.pathSeparator,
                first.toString(),
                root.toString(),
                root.resolve("lib") + "/*",
                LambdaProcess.runtime(),
                "target/test-classes");
    }
}
