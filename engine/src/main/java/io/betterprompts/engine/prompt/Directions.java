package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways one language has to say how the next version should differ. Only a whole phrase is understood; a longer wish is kept as it is. */
final class Directions {

    /** Stands in a phrase for the user's own words, such as the audience in {@code for ...}. */
    private static final String HOLE = "...";

    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, List<String>> patterns = new HashMap<>();

    private Directions() {}

    /** Reads phrases by kind. */
    static Directions read(YamlNode node) {
        Directions directions = new Directions();
        node.entries(Direction.KINDS).forEach((kind, list) -> {
            if (list.texts().getFirst().contains(HOLE)) {
                directions.patterns.put(kind, list.texts());
            } else {
                list.texts().forEach(phrase -> directions.phrases.put(plain(phrase), kind));
            }
        });
        return directions;
    }

    /** What a wish means, if it is one of the phrases. */
    Optional<Direction> understand(String wish) {
        String plain = plain(wish);
        String kind = phrases.get(plain);
        if (kind != null) {
            return Optional.of(new Direction(kind, wish));
        }
        return held(plain, "language").or(() -> held(plain, "audience"));
    }

    private Optional<Direction> held(String wish, String kind) {
        return patterns.getOrDefault(kind, List.of()).stream()
                .flatMap(pattern -> hole(pattern, wish).stream())
                .findFirst()
                .map(own -> new Direction(kind, own));
    }

    private static Optional<String> hole(String pattern, String wish) {
        int at = pattern.indexOf(HOLE);
        String before = pattern.substring(0, at);
        String after = pattern.substring(at + HOLE.length());
        boolean fits =
                wish.startsWith(before) && wish.endsWith(after) && wish.length() > before.length() + after.length();
        return fits ? Optional.of(wish.substring(before.length(), wish.length() - after.length())) : Optional.empty();
    }

    private static String plain(String wish) {
        String lower = wish.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") || lower.endsWith("!") || lower.endsWith("。")
                ? lower.substring(0, lower.length() - 1).strip()
                : lower;
    }
}
