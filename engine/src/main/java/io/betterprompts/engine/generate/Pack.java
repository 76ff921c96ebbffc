package io.betterprompts.engine.generate;

import io.betterprompts.engine.data.YamlNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How edits are worded in one language.
 *
 * @param nouns what a prompt's material is called, in the forms its texts need, by noun and form
 * @param lookups phrases that go with a signal of the prompt
 * @param texts templates by rule
 * @param languages names of languages by ISO 639-1 code
 * @param questions how to ask for a missing fact, by slot
 * @param values the names a text may have in braces
 */
record Pack(
        String language,
        String comma,
        String last,
        Map<String, Map<String, String>> nouns,
        Map<String, Lookup> lookups,
        Map<String, Template> texts,
        Map<String, String> languages,
        Map<String, Question> questions,
        Set<String> values) {

    private static final int SHORTEST = 8;

    /** Phrases by signal, of which the first {@code most} that hold are joined. */
    record Lookup(int most, Map<String, String> phrases) {}

    /**
     * The names a pack may use.
     *
     * @param rules ids
     * @param slots ids, with the keys of their answers
     */
    record Known(Set<String> rules, Map<String, String> slots, Set<String> signals) {}

    static Pack read(String language, YamlNode root, Known known) {
        root.entries(Set.of("comma", "last", "nouns", "lookups", "texts", "languages", "questions"));
        Map<String, Map<String, String>> nouns = new LinkedHashMap<>();
        root.get("nouns").entries().forEach((noun, forms) -> nouns.put(noun, texts(forms)));
        Map<String, Lookup> lookups = new LinkedHashMap<>();
        root.get("lookups").entries().forEach((name, node) -> lookups.put(name, lookup(node, known.signals())));
        Map<String, Template> texts = new LinkedHashMap<>();
        Set<String> values = values(nouns, lookups, known);
        root.get("texts").entries().forEach((rule, text) -> {
            if (!known.rules().contains(rule)) {
                throw text.wrong("no rule '" + rule + "'");
            }
            texts.put(rule, template(rule, text, values));
        });
        Map<String, Question> questions = new LinkedHashMap<>();
        root.get("questions")
                .entries()
                .forEach((slot, node) ->
                        questions.put(slot, question(slot, node, known.slots().keySet())));
        return new Pack(
                language,
                root.get("comma").text(),
                root.get("last").text(),
                nouns,
                lookups,
                texts,
                texts(root.get("languages")),
                questions,
                values);
    }

    /** The same with the text of one more rule, in one line. */
    Pack with(String rule, YamlNode text) {
        if (text.text().indexOf('\n') >= 0) {
            throw text.wrong("a text of your own has one line");
        }
        Map<String, Template> more = new LinkedHashMap<>(texts);
        more.put(rule, template(rule, text, values));
        return new Pack(language, comma, last, nouns, lookups, more, languages, questions, values);
    }

    Optional<Template> text(String rule) {
        return Optional.ofNullable(texts.get(rule));
    }

    /** What a language is called in this one, by its ISO 639-1 code. */
    Optional<String> language(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    Optional<Question> question(String slot) {
        return Optional.ofNullable(questions.get(slot));
    }

    /** The parts as one phrase: {@code a, b and c}. */
    String join(List<String> parts) {
        int size = parts.size();
        if (size <= 1) {
            return String.join(comma, parts);
        }
        return String.join(comma, parts.subList(0, size - 1)) + last + parts.get(size - 1);
    }

    private static Question question(String slot, YamlNode node, Set<String> slots) {
        node.entries(Set.of("ask", "suggest"));
        if (!slots.contains(slot)) {
            throw node.wrong("no slot '" + slot + "'");
        }
        return new Question(node.get("ask").text(), node.texts("suggest"));
    }

    private static Lookup lookup(YamlNode node, Set<String> vocabulary) {
        node.entries(Set.of("most", "phrases"));
        node.get("phrases").entries().forEach((signal, phrase) -> {
            if (!vocabulary.contains(signal)) {
                throw phrase.wrong("no signal '" + signal + "'");
            }
        });
        return new Lookup(node.get("most").integer(), texts(node.get("phrases")));
    }

    private static Set<String> values(
            Map<String, Map<String, String>> nouns, Map<String, Lookup> lookups, Known known) {
        Set<String> values = new HashSet<>(Values.NAMES);
        nouns.values().forEach(forms -> values.addAll(forms.keySet()));
        values.addAll(lookups.keySet());
        known.slots().values().forEach(key -> values.add("answer_" + key));
        return values;
    }

    private static Template template(String rule, YamlNode text, Set<String> values) {
        Template template = text.read(Template::new, "a text with closed braces");
        template.names().stream()
                .filter(name -> !values.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw text.wrong("nothing is known by the name '" + name + "'");
                });
        if (template.fixed() < SHORTEST) {
            throw text.wrong("the text of '" + rule + "' has too few words of its own to be known again");
        }
        return template;
    }

    private static Map<String, String> texts(YamlNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
