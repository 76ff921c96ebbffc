package io.betterprompts.load;

import io.betterprompts.benchmarks.page.MarkedSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code make load}: starts the server, finds how much it answers at most, measures at parts of that, and writes what it
 * measured into a page of the documentation. Fails if a bar does.
 *
 * <p>Arguments: {@code --url=} of a server that runs already, {@code --people=100}, {@code --stage=60} and
 * {@code --alone=20} seconds, {@code --soak=} minutes, {@code --folder=} for data and reports, {@code --page=} (a file).
 */
public final class LoadRun {

    private final Options options;
    private final String url;
    private final Optional<LocalStack> server;
    private final GatlingRun gatling;

    private LoadRun(Options options, String url, Optional<LocalStack> server) {
        this.options = options;
        this.url = url;
        this.server = server;
        this.gatling = new GatlingRun(options.folder().resolve("reports"));
    }

    public static void main(String... arguments) throws IOException {
        Options options = Options.of(arguments);
        System.exit(holds(options) ? 0 : 1);
    }

    private static boolean holds(Options options) throws IOException {
        if (options.url().isPresent()) {
            return new LoadRun(options, options.url().get(), Optional.empty()).run();
        }
        try (LocalStack server = LocalStack.start(options.folder())) {
            return new LoadRun(options, server.url(), Optional.of(server)).run();
        }
    }

    private boolean run() throws IOException {
        Path crowd = options.folder().resolve("crowd.tsv");
        Files.createDirectories(gatling.results());
        Client client = new Client(url);
        client.waitUntilReady();
        Crowd.register(client, options.people()).write(crowd);
        try (Memory memory = new Memory(server)) {
            Report capacity = gatling.run(CapacitySimulation.class, plan(options.stage(), crowd, 0));
            double maximum = capacity.answered(CapacitySimulation.MIXED)
                    / (double) options.stage().toSeconds();
            return options.soak().isPresent()
                    ? soak(crowd, maximum)
                    : levels(plan(options.stage(), crowd, maximum), capacity, memory);
        }
    }

    private Plan plan(Duration stage, Path crowd, double rate) {
        return new Plan(url, crowd, stage, options.alone(), rate);
    }

    private boolean levels(Plan plan, Report capacity, Memory memory) throws IOException {
        Report levels = gatling.run(LevelsSimulation.class, plan);
        LoadSection section = new LoadSection(options, capacity, levels, memory);
        return tell("make load", section.text(), section.bars(), levels);
    }

    private boolean soak(Path crowd, double maximum) throws IOException {
        Plan plan = plan(options.soak().orElseThrow(), crowd, maximum / 2);
        try (Memory during = new Memory(server)) {
            Report soak = gatling.run(SoakSimulation.class, plan);
            SoakSection section = new SoakSection(plan, soak, during);
            return tell("make load SOAK=", section.text(), section.bars(), soak);
        }
    }

    private boolean tell(String command, String text, List<Bar> bars, Report report) throws IOException {
        new MarkedSection(options.page(), command).write(text);
        bars.forEach(bar -> System.out.println(bar.line()));
        System.out.println("The report with its plots: " + report.folder().resolve("index.html"));
        return bars.stream().allMatch(Bar::holds);
    }
}
