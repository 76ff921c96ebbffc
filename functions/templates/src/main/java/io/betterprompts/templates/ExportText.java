package io.betterprompts.templates;

import io.betterprompts.common.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An export as a text for people and spreadsheets. */
final class ExportText {

    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private ExportText() {}

    /** As RFC 4180 has it: a line for each template. Texts are as they are, so open it as text. */
    static String templatesCsv(Portable part) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "id",
                "name",
                "category",
                "description",
                "tags",
                "is_public",
                "content",
                "variables",
                "created_at",
                "updated_at"));
        part.templates()
                .forEach(template -> lines.add(line(
                        template.id(),
                        template.draft().name(),
                        template.draft().category(),
                        template.draft().description(),
                        json(template.draft().tags()),
                        template.draft().isPublic(),
                        template.draft().content(),
                        json(template.draft().variables()),
                        template.createdAt(),
                        template.updatedAt())));
        return String.join("", lines);
    }

    /** A line for each version. */
    static String historyCsv(Portable part) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "history_id",
                "title",
                "intent",
                "status",
                "favourite",
                "tags",
                "number",
                "original_prompt",
                "optimized_prompt",
                "verdict",
                "model_name",
                "created_at"));
        part.history()
                .forEach(group -> group.versions()
                        .forEach(version -> lines.add(line(
                                group.id(),
                                group.title(),
                                group.intent(),
                                group.status(),
                                group.favourite(),
                                json(group.tags()),
                                version.number(),
                                version.originalPrompt(),
                                version.optimizedPrompt(),
                                version.status(),
                                version.modelName(),
                                version.createdAt()))));
        return String.join("", lines);
    }

    static String markdown(Portable part) {
        StringBuilder text = new StringBuilder();
        part.templates().forEach(template -> {
            text.append("# ").append(oneLine(template.draft().name())).append("\n\n");
            text.append(fenced(template.draft().content()));
        });
        part.history().forEach(group -> {
            text.append("# ").append(oneLine(group.title())).append("\n\n");
            group.versions().forEach(version -> {
                text.append("## Version ").append(version.number()).append("\n\n");
                text.append(fenced(version.optimizedPrompt()));
            });
        });
        return text.toString();
    }

    /** Between fences longer than any run of backticks in it. */
    private static String fenced(String content) {
        int longest = BACKTICKS
                .matcher(content)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + content + "\n" + fence + "\n\n";
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    private static String line(@Nullable Object... fields) {
        return String.join(",", Arrays.stream(fields).map(ExportText::field).toList()) + "\r\n";
    }

    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
