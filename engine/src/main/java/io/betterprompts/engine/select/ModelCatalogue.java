package io.betterprompts.engine.select;

import io.betterprompts.engine.data.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Model names and their classes. The first pattern that matches wins; a name nobody listed is {@link ModelClass#STANDARD}. */
public final class ModelCatalogue {

    /**
     * One line of the catalogue.
     *
     * @param pattern a model name in lower case in which {@code *} stands for any characters
     */
    public record Entry(String pattern, ModelClass modelClass) {

        /** Finds what stands between the stars one after the other, so that a long name costs no more than its length. */
        boolean matches(String name) {
            String[] parts = pattern.split("\\*", -1);
            String last = parts[parts.length - 1];
            if (parts.length == 1) {
                return name.equals(pattern);
            }
            int at = parts[0].length();
            for (int part = 1; part < parts.length - 1 && at >= 0; part++) {
                int found = name.indexOf(parts[part], at);
                at = found < 0 ? -1 : found + parts[part].length();
            }
            return at >= 0 && name.startsWith(parts[0]) && name.endsWith(last) && name.length() - last.length() >= at;
        }
    }

    private final List<Entry> entries;

    private ModelCatalogue(List<Entry> entries) {
        this.entries = List.copyOf(entries);
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
        return entries.stream()
                .filter(entry -> entry.matches(name))
                .findFirst()
                .map(Entry::modelClass)
                .orElse(ModelClass.STANDARD);
    }

    private static Entry entry(YamlNode node) {
        node.entries(Set.of("match", "class"));
        return new Entry(
                node.get("match").text().toLowerCase(Locale.ROOT),
                node.get("class").read(ModelClass::of, "a model class"));
    }
}
