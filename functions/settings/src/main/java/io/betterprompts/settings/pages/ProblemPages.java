package io.betterprompts.settings.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What each problem means and what to do about it, from the one document that says so. */
final class ProblemPages {

    private static final String HEADING = "\n## ";

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).build();
    private final Map<String, String> byType = new LinkedHashMap<>();
    private final String introduction;

    /** @param markdown an introduction, and a heading of the second level for each type */
    ProblemPages(String markdown) {
        String[] parts = markdown.split(HEADING, -1);
        introduction = parts[0];
        for (int i = 1; i < parts.length; i++) {
            String[] section = parts[i].split("\n", 2);
            byType.put(section[0].strip(), section[1]);
        }
    }

    static ProblemPages load() {
        return new ProblemPages(Resources.text("/docs/problems.md"));
    }

    /** The page of a type, if there is one. */
    Optional<String> of(String type) {
        return Optional.ofNullable(byType.get(type))
                .map(section -> html("# " + type + "\n" + section + "\n\n[All problems](/problems)\n"));
    }

    /** All of them, each with its status and title. */
    String index() {
        return html(
                introduction + "\n" + byType.keySet().stream().map(this::entry).collect(Collectors.joining("\n")));
    }

    private String entry(String type) {
        String heading =
                byType.getOrDefault(type, "").strip().lines().findFirst().orElse("");
        return "- [" + type + "](/problems/" + type + ") " + heading;
    }

    private String html(String markdown) {
        Node document = parser.parse(markdown);
        return "<article>" + renderer.render(document) + "</article>";
    }
}
