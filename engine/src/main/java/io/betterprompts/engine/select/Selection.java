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
}
