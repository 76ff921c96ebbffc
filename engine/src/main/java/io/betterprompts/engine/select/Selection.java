package io.betterprompts.engine.select;

import java.util.List;

/**
 * The rules that apply.
 *
 * @param rules preferred techniques first, then by falling priority
 * @param whyNot the techniques none of whose rules applies
 */
public record Selection(List<Rule> rules, List<WhyNot> whyNot) {

    public Selection {
        rules = List.copyOf(rules);
        whyNot = List.copyOf(whyNot);
    }

    /** The rules that become text; the others are advice on running the prompt. */
    public List<Rule> texts() {
        return rules.stream().filter(rule -> rule.advice().isEmpty()).toList();
    }
}
