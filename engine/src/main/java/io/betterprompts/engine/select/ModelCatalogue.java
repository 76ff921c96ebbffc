package io.betterprompts.engine.select;

import io.betterprompts.engine.data.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Model names and their classes. The first pattern that matches wins; a name nobody listed is {@link ModelClass#STANDARD}. */
public final class ModelCatalogue {

    /**
     * One line of the catalogue.
     *
     * @param pattern a model name in lower case in which {@code *} stands for any characters
     */
    public record Entry(String pattern, ModelClass modelClass) {}

    private record Matcher(Pattern pattern, ModelClass modelClass) {}

    private final List<Entry> entries;
    private final List<Matcher> matchers;

    private ModelCatalogue(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.matchers = entries.stream()
                .map(entry -> new Matcher(glob(entry.pattern()), entry.modelClass()))
                .toList();
    }

    /** Reads {@code models: [{match, class}]}. */
    public static ModelCatalogue read(YamlNode root) {
        root.entries(Set.of("models"));
        return new ModelCatalogue(
                root.get("models").items().stream().map(ModelCatalogue::entry).toList());
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The class of a model; a provider's prefix such as {@code openai/} does not matter. */
    public ModelClass classOf(String model) {
        String lower = model.strip().toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        return matchers.stream()
                .filter(matcher -> matcher.pattern().matcher(name).matches())
                .findFirst()
                .map(Matcher::modelClass)
                .orElse(ModelClass.STANDARD);
    }

    private static Entry entry(YamlNode node) {
        node.entries(Set.of("match", "class"));
        return new Entry(
                node.get("match").text().toLowerCase(Locale.ROOT),
                node.get("class").read(ModelClass::of, "a model class"));
    }

    private static Pattern glob(String pattern) {
        List<String> literals =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).toList();
        return Pattern.compile(String.join(".*", literals), Pattern.DOTALL);
    }
}
