package io.betterprompts.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code make costs}: writes docs/costs.md and docs/costs.svg. */
final class Costs {

    private Costs() {}

    /** Takes the folder to write to. */
    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        Workload workload = Workload.assumed();
        Files.writeString(folder.resolve("costs.md"), new CostPage(workload).text());
        Files.writeString(folder.resolve("costs.svg"), new CostPlot(workload).text());
    }
}
