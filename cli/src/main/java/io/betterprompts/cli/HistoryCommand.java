package io.betterprompts.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
                .addSubcommand(new CompareVersions(terminal))
                .addSubcommand(new ListEdits(terminal))
                .addSubcommand(new RejectEdits(terminal));
    }

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
    static final class ListGroups extends OnlineCommand {

        @Option(names = "--intent", paramLabel = "INTENT", description = "Only prompts of this kind.")
        Optional<String> intent = Optional.empty();

        @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
        Optional<String> tag = Optional.empty();

        @Mixin
        ListOptions options = new ListOptions();

        ListGroups(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Map<String, String> query = options.query();
            intent.ifPresent(value -> query.put("intent", value));
            tag.ifPresent(value -> query.put("tag", value));
            return print(terminal, options, api().get(Versions.GROUPS, query));
        }
    }

    @Command(
            name = "search",
            description = "Finds prompts by words of their title, prompt or versions, the best first.")
    static final class SearchGroups extends OnlineCommand {

        @Parameters(paramLabel = "WORDS", description = "All are to be found; -without, \"a phrase\", one or another.")
        String words = "";

        @Mixin
        ListOptions options = new ListOptions();

        SearchGroups(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Map<String, String> query = options.query();
            query.put("q", words);
            return print(terminal, options, api().get(Versions.GROUPS, query));
        }
    }

    @Command(name = "show", description = "Prints a prompt as it stands, byte for byte, and nothing else.")
    static final class ShowGroup extends ItemCommand {

        @Option(
                names = "--number",
                paramLabel = "N",
                description = "The version of this number instead of the current one.")
        Optional<Integer> number = Optional.empty();

        @Option(names = "--original", description = "The text as it was before it was enhanced.")
        boolean original;

        @Option(names = "--json", description = "Print all there is, as the API writes it.")
        boolean json;

        ShowGroup(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            JsonNode version = new Versions(api(), id).of(number);
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
    static final class ListVersions extends ItemCommand {

        @Mixin
        ListOptions options = new ListOptions();

        ListVersions(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            JsonNode page = api().get(Versions.GROUPS + "/" + id + "/versions", options.query());
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
    static final class CompareVersions extends ItemCommand {

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

        CompareVersions(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            JsonNode difference = new Versions(api(), id).difference(number, from);
            if (json) {
                terminal.line(difference.toPrettyString());
            } else {
                terminal.print(Difference.coloured(
                        difference.path("unified").asString().lines().toList(), terminal.colours()));
            }
            return Exit.DONE;
        }
    }

    @Command(name = "edits", description = "Lists what was added to a prompt, with the number that reject takes.")
    static final class ListEdits extends ItemCommand {

        @Option(names = "--number", paramLabel = "N", description = "Of this version instead of the current one.")
        Optional<Integer> number = Optional.empty();

        ListEdits(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Edits.of(new Versions(api(), id).of(number)).lines().forEach(terminal::line);
            return Exit.DONE;
        }
    }

    @Command(
            name = "reject",
            description = "Takes additions out of a prompt, as a new version, and prints what it is then.")
    static final class RejectEdits extends ItemCommand {

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "EDIT",
                description = "Their numbers in the list of edits.")
        List<Integer> edits = List.of();

        @Option(names = "--number", paramLabel = "N", description = "Out of this version instead of the current one.")
        Optional<Integer> number = Optional.empty();

        RejectEdits(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Api api = api();
            JsonNode version = new Versions(api, id).of(number);
            Edits all = Edits.of(version);
            List<String> out = new TreeSet<>(edits).stream().map(all::id).toList();
            JsonNode made =
                    api.post("/api/v1/versions/" + version.path("id").asString() + "/edits", Map.of("reject", out));
            terminal.exactly(made.path("optimized_prompt").asString());
            terminal.tell("Version " + made.path("number").asInt() + ", with " + (all.count() - out.size()) + " of "
                    + all.count() + " additions.");
            return Exit.DONE;
        }
    }
}
