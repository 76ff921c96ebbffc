package io.betterprompts.engine.data;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** One node of a YAML file that remembers where it stands. Every way to read it wrongly is an {@link InvalidRules} with its line. */
public final class YamlNode {

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Reads one document.
     *
     * @param file the name to use in errors
     */
    public static YamlNode parse(String file, String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new InvalidRules(file, 1, "the file is empty");
            }
            return new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidRules(file, line, String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            throw new InvalidRules(file, line(yaml, e.getPosition()), unreadable(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new InvalidRules(file, 1, "no valid YAML, or one that nests too deeply");
        }
    }

    private static int line(String yaml, int position) {
        return 1
                + (int) yaml.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static String unreadable(int character) {
        return String.format(Locale.ROOT, "the character U+%04X may not stand in YAML", character);
    }

    /** The entries of a mapping in file order; a key that stands twice is an error. */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected a mapping");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.wrong("the key '" + key.text() + "' stands twice");
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** The entries of a mapping that may hold these keys only. */
    public Map<String, YamlNode> entries(Set<String> allowed) {
        Map<String, YamlNode> entries = entries();
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.wrong("unknown key '" + key + "'; known are "
                        + allowed.stream().sorted().toList());
            }
        });
        return entries;
    }

    /** The value of a key that must be there. */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> wrong("'" + key + "' is missing"));
    }

    /** The value of a key, if it is there. */
    public Optional<YamlNode> find(String key) {
        @Nullable YamlNode value = entries().get(key);
        return Optional.ofNullable(value);
    }

    /** The members of a sequence. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return List.copyOf(items);
    }

    /** The members of a sequence of plain values. */
    public List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** The texts under a key, empty if the key is not there. */
    public List<String> texts(String key) {
        return find(key).map(YamlNode::texts).orElse(List.of());
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("expected a text");
        }
        return scalar.getValue();
    }

    public int integer() {
        return read(Integer::parseInt, "a whole number");
    }

    public double number() {
        return read(Double::parseDouble, "a number");
    }

    /** True or false; anything else, such as {@code yes}, is an error. */
    public boolean flag() {
        return read(YamlNode::parseFlag, "true or false");
    }

    /** The text as something else; an {@link IllegalArgumentException} of the reader becomes an error with the line. */
    public <T> T read(Function<String, T> reader, String what) {
        try {
            return reader.apply(text());
        } catch (IllegalArgumentException e) {
            throw wrong("expected " + what + ", not '" + text() + "'");
        }
    }

    /** An error at this place, to throw. */
    public InvalidRules wrong(String problem) {
        return new InvalidRules(file, node.getStartMark().getLine() + 1, problem);
    }

    private static boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
