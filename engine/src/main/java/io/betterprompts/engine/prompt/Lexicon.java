package io.betterprompts.engine.prompt;

import io.betterprompts.engine.data.Resources;
import io.betterprompts.engine.data.YamlNode;
import io.betterprompts.engine.prompt.Words.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one language calls things: its stop words, the cues that tell what a prompt asks and already says, the cues whose finding has
 * a name of its own (such as the target language of a translation), and the directions a user may give.
 */
final class Lexicon {

    private static final List<String> PARTS = List.of("cues", "names");

    private final String language;
    private final Set<String> stopWords;
    private final Set<String> groups = new HashSet<>();
    private final Set<String> nameKinds = new HashSet<>();
    private final Cues cues = new Cues();
    private final Directions directions;
    private final TargetMarkers targetMarkers;

    private Lexicon(String language, YamlNode own, YamlNode shared) {
        this.language = language;
        this.stopWords = Set.copyOf(own.texts("stop_words"));
        this.directions = Directions.read(own.get("directions"));
        this.targetMarkers = TargetMarkers.read(own.get("target"));
        for (YamlNode node : List.of(shared, own)) {
            node.get("cues").entries().forEach(this::addGroup);
            node.get("names").entries().forEach(this::addNames);
        }
    }

    /** The lexicon that ships for a language; the words of programming are part of each. */
    static Lexicon bundled(String language) {
        String file = "languages/" + language + "/cues.yaml";
        YamlNode own = YamlNode.parse(file, Resources.text(file));
        own.entries(Set.of("stop_words", "cues", "target", "names", "directions"));
        YamlNode shared = YamlNode.parse("cues.yaml", Resources.text("cues.yaml"));
        shared.entries(Set.copyOf(PARTS));
        return new Lexicon(language, own, shared);
    }

    String language() {
        return language;
    }

    /** The groups of cues that are signals. */
    Set<String> groups() {
        return Set.copyOf(groups);
    }

    /** The groups of cues that tell several things apart. */
    Set<String> nameKinds() {
        return Set.copyOf(nameKinds);
    }

    Directions directions() {
        return directions;
    }

    /** Whether a language found in a text is one to translate into. */
    boolean isTarget(String text, CueHit language) {
        return targetMarkers.mark(text, language);
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** Every cue of the text, by where it starts. */
    List<CueHit> find(String text) {
        return cues.in(text);
    }

    List<CueHit> find(String text, List<Word> words) {
        return cues.in(text, words);
    }

    /** The groups of which a cue stands in the text. */
    Set<String> groupsIn(String text) {
        return find(text).stream().map(CueHit::group).collect(Collectors.toSet());
    }

    private void addGroup(String group, YamlNode words) {
        groups.add(group);
        add(group, group, words);
    }

    private void addNames(String kind, YamlNode names) {
        nameKinds.add(kind);
        names.entries().forEach((name, words) -> add(kind, name, words));
    }

    private void add(String group, String name, YamlNode words) {
        words.items()
                .forEach(word -> word.read(
                        cue -> {
                            cues.add(group, name, cue);
                            return cue;
                        },
                        "a cue of one word or more, a prefix of two letters or more"));
    }
}
