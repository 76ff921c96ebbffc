package io.betterprompts.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.betterprompts.engine.Enhancement;
import java.util.List;
import java.util.stream.Collectors;

/** What was added, as {@code diff -u} writes it. */
final class Difference {

    private static final int CONTEXT = 3;

    private Difference() {}

    /** Empty if nothing was. */
    static String of(Enhancement enhancement, boolean colours) {
        List<String> before = enhancement.originalText().lines().toList();
        List<String> after = enhancement.enhancedText().lines().toList();
        return coloured(
                UnifiedDiffUtils.generateUnifiedDiff(
                        "original", "enhanced", before, DiffUtils.diff(before, after), CONTEXT),
                colours);
    }

    static String coloured(List<String> lines, boolean colours) {
        return lines.stream()
                .map(line -> (colours ? coloured(line) : line) + "\n")
                .collect(Collectors.joining());
    }

    private static String coloured(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return "\u001b[1m" + line + "\u001b[0m";
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "\u001b[32m" + line + "\u001b[0m";
            case '-' -> "\u001b[31m" + line + "\u001b[0m";
            case '@' -> "\u001b[36m" + line + "\u001b[0m";
            default -> line;
        };
    }
}
