package io.betterprompts.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** AWS's linter of templates, which also transforms those of SAM; a Python program that not every machine has. */
final class CfnLint {

    private CfnLint() {}

    static boolean isInstalled() {
        try {
            return run(List.of("--version")).status() == 0;
        } catch (IOException e) {
            System.err.println("SKIPPED: there is no cfn-lint on the path, so no template was checked by it");
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each as one line that begins with the template it is about. */
    static List<String> complaints(Path... templates) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--regions", "us-east-1", "--format", "parseable", "--"));
        Stream.of(templates).map(Path::toString).forEach(arguments::add);
        return run(arguments).output().lines().toList();
    }

    private static Result run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cfn-lint"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int status, String output) {}
}
