package io.betterprompts.load;

import io.gatling.app.Gatling;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs simulations, each in a process of its own: Gatling ends its process when it is done. */
record GatlingRun(Path results) {

    /** Returns what was measured; the report for people is beside it. */
    Report run(Class<? extends Simulation> simulation, Plan plan) {
        try {
            Process process =
                    new ProcessBuilder(command(simulation, plan)).inheritIO().start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(simulation.getSimpleName() + " ended with " + code);
            }
            return Report.read(newest(simulation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(Class<? extends Simulation> simulation, Plan plan) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(plan.systemProperties());
        command.addAll(List.of(Gatling.class.getName(), "-s", simulation.getName(), "-rf", results.toString()));
        return command;
    }

    /** Gatling names the folder after the simulation and the time. */
    private Path newest(Class<? extends Simulation> simulation) throws IOException {
        String prefix = simulation.getSimpleName().toLowerCase(Locale.ROOT);
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
