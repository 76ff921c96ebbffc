package io.betterprompts.infra;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is a node, which CDK runs in. */
final class Node {

    private Node() {}

    static boolean isOnThePath() {
        boolean found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .anyMatch(Files::isExecutable);
        if (!found) {
            System.err.println("SKIPPED: there is no node on the path, so the AWS stacks were not synthesised");
        }
        return found;
    }
}
