package io.betterprompts.infra;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options that are in CDK's context, as texts. What is blank counts as not given. */
record GivenOptions(Map<Option, String> texts) {

    GivenOptions {
        texts = Map.copyOf(texts);
    }

    /**
     * Takes what begins with our prefix, and nothing else.
     *
     * @throws UnusableOption if that is no option
     */
    static GivenOptions in(Map<String, ?> context) {
        Map<Option, String> texts = new EnumMap<>(Option.class);
        context.forEach((key, value) -> {
            if (key.startsWith(Option.PREFIX)) {
                texts.put(
                        named(key.substring(Option.PREFIX.length())),
                        String.valueOf(value).strip());
            }
        });
        texts.values().removeIf(String::isEmpty);
        return new GivenOptions(texts);
    }

    private static Option named(String key) {
        return Option.of(key)
                .orElseThrow(() -> new UnusableOption(key + " is no option; the options are " + Option.list()));
    }

    Optional<String> text(Option option) {
        return Optional.ofNullable(texts.get(option));
    }

    /** @param example of what would be right */
    Optional<String> text(Option option, Pattern shape, String example) {
        text(option).filter(text -> !shape.matcher(text).matches()).ifPresent(text -> {
            throw new UnusableOption("%s is such as %s, not %s".formatted(option.key(), example, text));
        });
        return text(option);
    }

    List<String> list(Option option, Pattern shape, String example) {
        return text(option, Pattern.compile(shape + "(," + shape + ")*"), example)
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }

    boolean flag(Option option, boolean otherwise) {
        return text(option)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new UnusableOption("%s is true or false, not %s".formatted(option.key(), text));
                })
                .orElse(otherwise);
    }
}
