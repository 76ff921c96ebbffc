package io.betterprompts.cli;

import io.betterprompts.common.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code betterprompts templates}: prompts to fill in, from a server. */
@Command(
        name = "templates",
        description = "Finds templates on a server and fills them in.",
        synopsisSubcommandLabel = "COMMAND")
final class TemplatesCommand {

    private static final String TEMPLATES = "/api/v1/templates";

    private TemplatesCommand() {}

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new TemplatesCommand())
                .addSubcommand(new ListTemplates(terminal))
                .addSubcommand(new ShowTemplate(terminal))
                .addSubcommand(new CreateTemplate(terminal))
                .addSubcommand(new RenderTemplate(terminal))
                .addSubcommand(new EnhanceTemplate(terminal));
    }

    @Command(
            name = "list",
            description = "Lists your own and the public templates, newest first, with their variables.")
    static final class ListTemplates extends OnlineCommand {

        @Option(
                names = "--query",
                paramLabel = "WORDS",
                description = "Only those that have them in name, description or content.")
        Optional<String> words = Optional.empty();

        @Option(names = "--tag", paramLabel = "TAG", description = "Only those with this tag.")
        Optional<String> tag = Optional.empty();

        @Mixin
        ListOptions options = new ListOptions();

        ListTemplates(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Map<String, String> query = options.query();
            words.ifPresent(value -> query.put("q", value));
            tag.ifPresent(value -> query.put("tag", value));
            return options.print(
                    terminal,
                    api().get(TEMPLATES, query),
                    template -> String.format(
                            "%s  %-30s %s",
                            template.path("id").asString(),
                            template.path("name").asString(),
                            template.path("variables")
                                    .valueStream()
                                    .map(variable ->
                                            "{{" + variable.path("name").asString() + "}}")
                                    .collect(Collectors.joining(" "))));
        }
    }

    @Command(name = "show", description = "Prints a template's content, byte for byte.")
    static final class ShowTemplate extends ItemCommand {

        @Option(names = "--json", description = "Print all there is, as the API writes it.")
        boolean json;

        ShowTemplate(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            JsonNode template = api().get(TEMPLATES + "/" + id, Map.of());
            if (json) {
                terminal.line(template.toPrettyString());
            } else {
                terminal.exactly(template.path("content").asString());
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "create",
            description = "Keeps a template, whose {{places}} are its variables, and prints its id.",
            footer = {
                "",
                "Examples:",
                "  betterprompts templates create --name Poem 'A poem about {{what}}'",
                "  betterprompts templates create --name Letter --from ID --place recipient='my landlord'",
            })
    static final class CreateTemplate extends OnlineCommand {

        @Parameters(
                arity = "0..1",
                paramLabel = "TEXT",
                description = "The text; from the standard input if there is none.")
        Optional<String> text = Optional.empty();

        @Option(
                names = {"-f", "--file"},
                paramLabel = "FILE",
                description = "A file that holds the text; - is the standard input.")
        Optional<Path> file = Optional.empty();

        @Option(
                names = "--from",
                paramLabel = "ID",
                description = "A prompt of the history, as it stands, instead of a text.")
        Optional<UUID> prompt = Optional.empty();

        @Mixin
        NewTemplateOptions options = new NewTemplateOptions();

        CreateTemplate(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            if (prompt.isPresent() && (text.isPresent() || file.isPresent())) {
                throw CliFailure.usage("give a text or --from, not both");
            }
            Api api = api();
            String content = prompt.map(id -> new Versions(api, id)
                            .of(Optional.empty())
                            .path("optimized_prompt")
                            .asString())
                    .orElseGet(() -> new PromptSource(terminal).prompt(text, file));
            terminal.line(api.post(TEMPLATES, options.body(content)).path("id").asString());
            return Exit.DONE;
        }
    }

    @Command(name = "render", description = "Fills in a template and prints what it becomes.")
    static final class RenderTemplate extends ItemCommand {

        @Mixin
        ValueOptions values = new ValueOptions();

        RenderTemplate(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            Api api = api();
            ObjectNode body = Json.mapper().createObjectNode();
            body.set("variables", values.typed(api, id));
            terminal.exactly(api.post(TEMPLATES + "/" + id + "/render", body)
                    .path("text")
                    .asString());
            return Exit.DONE;
        }
    }

    @Command(name = "enhance", description = "Fills in a template, enhances what it becomes, and prints that.")
    static final class EnhanceTemplate extends ItemCommand {

        @Mixin
        ValueOptions values = new ValueOptions();

        @Mixin
        PromptOptions options = new PromptOptions();

        @Mixin
        ResultOptions result = new ResultOptions();

        EnhanceTemplate(Terminal terminal) {
            super(terminal);
        }

        @Override
        public Integer call() {
            result.check();
            options.check();
            Api api = api();
            ObjectNode body = options.body("");
            body.remove("text");
            body.set("variables", values.typed(api, id));
            result.print(ServerEngine.enhanced(api.post(TEMPLATES + "/" + id + "/enhance", body)), terminal);
            return Exit.DONE;
        }
    }

    /** What goes into the places of a template. */
    static final class ValueOptions {

        @Option(
                names = {"-v", "--var"},
                paramLabel = "NAME=VALUE",
                description = "The value of a variable.")
        Map<String, String> values = Map.of();

        /** A number for a variable that is one, true or false likewise; the server says what does not fit. */
        ObjectNode typed(Api api, UUID template) {
            Map<String, String> types = types(api, template);
            ObjectNode typed = Json.mapper().createObjectNode();
            values.forEach((name, value) -> {
                String type = types.getOrDefault(name, "string");
                if (type.equals("number") && value.matches("-?\\d+(\\.\\d+)?")) {
                    typed.put(name, new BigDecimal(value));
                } else if (type.equals("boolean") && value.matches("true|false")) {
                    typed.put(name, Boolean.parseBoolean(value));
                } else {
                    typed.put(name, value);
                }
            });
            return typed;
        }

        private static Map<String, String> types(Api api, UUID template) {
            return api.get(TEMPLATES + "/" + template, Map.of())
                    .path("variables")
                    .valueStream()
                    .collect(Collectors.toMap(
                            v -> v.path("name").asString(), v -> v.path("type").asString()));
        }
    }
}
