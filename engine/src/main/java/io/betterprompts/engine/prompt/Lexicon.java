package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one language calls things: its stop words, the cues that tell what a prompt asks and already says, and the cues whose
 * finding has a name of its own, such as the target language of a translation.
 */
final class Lexicon {

    private final String language;
    private final Set<String> stopWords;
    private final Set<String> groups;
    private final Cues cues;
    private final Map<String, Map<String, String>> names;
    private final Map<String, Cues> nameCues = new HashMap<>();

    private Lexicon(
            String language,
            Set<String> stopWords,
            Map<String, List<String>> cues,
            Map<String, Map<String, String>> names) {
        this.language = language;
        this.stopWords = Set.copyOf(stopWords);
        this.groups = Set.copyOf(cues.keySet());
        this.cues = new Cues(cues);
        this.names = names;
        names.forEach((kind, entries) -> nameCues.put(kind, nameCues(entries)));
    }

    /** The lexicon that ships for a language; {@code shared} programming terms are part of each. */
    static Lexicon bundled(String language) {
        String file = "languages/" + language + "/cues.yaml";
        YamlNode own = YamlNode.parse(file, Resources.text(file));
        YamlNode shared = YamlNode.parse("cues.yaml", Resources.text("cues.yaml"));
        own.entries(Set.of("stop_words", "cues", "names"));
        Map<String, List<String>> cues = new LinkedHashMap<>();
        List.of(shared, own)
                .forEach(node -> node.get("cues")
                        .entries()
                        .forEach((group, list) -> cues.merge(group, list.texts(), Lexicon::joined)));
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        List.of(shared, own)
                .forEach(node -> node.get("names")
                        .entries()
                        .forEach((kind, map) -> names.computeIfAbsent(kind, unused -> new LinkedHashMap<>())
                                .putAll(texts(map))));
        return new Lexicon(language, Set.copyOf(own.texts("stop_words")), cues, names);
    }

    String language() {
        return language;
    }

    Set<String> groups() {
        return groups;
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    Set<String> cuesIn(String text) {
        return cues.in(text);
    }

    /** The names of one kind found in the text, in order of appearance, without doubles. */
    List<String> namesIn(String text, String kind) {
        Map<String, String> known = names.getOrDefault(kind, Map.of());
        Cues search = nameCues.get(kind);
        return search == null
                ? List.of()
                : search.in(text).stream()
                        .map(cue -> known.getOrDefault(cue, cue))
                        .distinct()
                        .toList();
    }

    Set<String> nameKinds() {
        return names.keySet();
    }

    private static Cues nameCues(Map<String, String> entries) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        entries.keySet().forEach(cue -> groups.put(cue, List.of(cue)));
        return new Cues(groups);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Map<String, String> texts(YamlNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
