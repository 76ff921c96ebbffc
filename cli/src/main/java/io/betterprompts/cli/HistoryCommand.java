package io.betterprompts.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code betterprompts history}: what a server has kept. */
@Command(
        name = "history",
        description = "Finds and shows the prompts that a server has kept.",
        synopsisSubcommandLabel = "COMMAND")
final class HistoryCommand {

    private HistoryCommand() {}

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new HistoryCommand())
                .addSubcommand(new ListGroups(terminal))
                .addSubcommand(new SearchGroups(terminal))
                .addSubcommand(new ShowGroup(terminal))
                .addSubcommand(new ListVersions(terminal))
                .addSubcommand(new CompareVersions(terminal));
    }

    private static final String GROUPS = "/api/v1/history";

    private static int print(Terminal terminal, ListOptions options, JsonNode page) {
        return options.print(
                terminal,
                page,
                group -> String.format(
                        "%s  %.10s  %-18s %s",
                        group.path("id").asString(),
                        group.path("created_at").asString(),
                        group.path("intent").asString("-"),
                        group.path("title").asString()));
    }

    @Command(name = "list", description = "Lists prompts, newest first.")
    static final class ListGroups implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--intent", paramLabel = "INTENT", description = "Only prompts of this kind.")
        Optional<String> intent = Optional.empty();

        @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
        Optional<String> tag = Optional.empty();

        @Mixin
        ListOptions options = new ListOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        ListGroups(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Map<String, String> query = options.query();
            intent.ifPresent(value -> query.put("intent", value));
            tag.ifPresent(value -> query.put("tag", value));
            return print(terminal, options, server.any(terminal).get(GROUPS, query));
        }
    }

    @Command(
            name = "search",
            description = "Finds prompts by words of their title, prompt or versions, the best first.")
    static final class SearchGroups implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "WORDS", description = "All are to be found; -without, \"a phrase\", one or another.")
        String words = "";

        @Mixin
        ListOptions options = new ListOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        SearchGroups(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Map<String, String> query = options.query();
            query.put("q", words);
            return print(terminal, options, server.any(terminal).get(GROUPS, query));
        }
    }

    @Command(name = "show", description = "Prints a prompt as it stands, byte for byte, and nothing else.")
    static final class ShowGroup implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "Of the list.")
        UUID id = new UUID(0, 0);

        @Option(
                names = "--number",
                paramLabel = "N",
                description = "The version of this number instead of the current one.")
        Optional<Integer> number = Optional.empty();

        @Option(names = "--original", description = "The text as it was before it was enhanced.")
        boolean original;

        @Option(names = "--json", description = "Print all there is, as the API writes it.")
        boolean json;

        @Mixin
        ServerOptions server = new ServerOptions();

        ShowGroup(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Versions versions = new Versions(server.any(terminal), id);
            JsonNode version = versions.of(number);
            if (json) {
                terminal.line(version.toPrettyString());
            } else {
                terminal.exactly(version.path(original ? "original_prompt" : "optimized_prompt")
                        .asString());
            }
            return Exit.DONE;
        }
    }

    @Command(name = "versions", description = "Lists the versions of a prompt, newest first.")
    static final class ListVersions implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "Of the list.")
        UUID id = new UUID(0, 0);

        @Mixin
        ListOptions options = new ListOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        ListVersions(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            JsonNode page = server.any(terminal).get(GROUPS + "/" + id + "/versions", options.query());
            return options.print(
                    terminal,
                    page,
                    version -> String.format(
                            "%3d  %.19s  %s",
                            version.path("number").asInt(),
                            version.path("created_at").asString(),
                            version.path("status").asString()));
        }
    }

    @Command(name = "diff", description = "Prints what leads from one version to another, as diff -u does.")
    static final class CompareVersions implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "Of the list.")
        UUID id = new UUID(0, 0);

        @Option(
                names = "--number",
                paramLabel = "N",
                description = "The version that it leads to. Default: the current one.")
        Optional<Integer> number = Optional.empty();

        @Option(
                names = "--from",
                paramLabel = "N",
                description = "The version it starts at. Default: the original text.")
        Optional<Integer> from = Optional.empty();

        @Option(names = "--json", description = "Print it word by word too, as the API writes it.")
        boolean json;

        @Mixin
        ServerOptions server = new ServerOptions();

        CompareVersions(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Versions versions = new Versions(server.any(terminal), id);
            JsonNode difference = versions.difference(number, from);
            if (json) {
                terminal.line(difference.toPrettyString());
            } else {
                terminal.print(Difference.coloured(
                        difference.path("unified").asString().lines().toList(), terminal.colours()));
            }
            return Exit.DONE;
        }
    }

    /** The versions of one prompt. */
    private record Versions(Api api, UUID group) {

        /** The current one where no number is given. */
        JsonNode of(Optional<Integer> number) {
            JsonNode current = api.get(GROUPS + "/" + group, Map.of()).path("current_version");
            return number.map(wanted -> api.get("/api/v1/versions/" + idOf(wanted), Map.of()))
                    .orElse(current);
        }

        JsonNode difference(Optional<Integer> to, Optional<Integer> from) {
            String against = from.map(this::idOf).orElse("original");
            String id = of(to).path("id").asString();
            return api.get("/api/v1/versions/" + id + "/diff", Map.of("against", against));
        }

        private String idOf(int number) {
            Map<String, String> query = new LinkedHashMap<>(Map.of("limit", "100"));
            while (true) {
                JsonNode page = api.get(GROUPS + "/" + group + "/versions", query);
                for (JsonNode version : page.path("items")) {
                    if (version.path("number").asInt() == number) {
                        return version.path("id").asString();
                    }
                }
                if (page.path("next_cursor").isNull()) {
                    throw new CliFailure(Exit.REFUSED, "the prompt has no version " + number);
                }
                query.put("cursor", page.path("next_cursor").asString());
            }
        }
    }
}
