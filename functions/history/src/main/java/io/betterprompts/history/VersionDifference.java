package io.betterprompts.history;

import io.betterprompts.history.TextDifference.Step;
import java.util.List;
import java.util.UUID;

/**
 * What leads from the text of one version, or from the original of a version, to the optimised text of another.
 *
 * @param operations word by word
 * @param unified by lines, as {@code diff -u} writes it; empty where the texts are equal
 */
record VersionDifference(Side from, Side to, List<Step> operations, String unified) {

    /** Which text of which version. */
    record Side(UUID id, int number, String field) {

        private String name() {
            return "version-" + number + "/" + field;
        }
    }

    static VersionDifference between(Version from, Version to) {
        return of(side(from, "optimized_prompt"), from.optimizedPrompt(), to);
    }

    static VersionDifference fromOriginal(Version version) {
        return of(side(version, "original_prompt"), version.originalPrompt(), version);
    }

    private static VersionDifference of(Side from, String text, Version version) {
        Side to = side(version, "optimized_prompt");
        return new VersionDifference(
                from,
                to,
                TextDifference.between(text, version.optimizedPrompt()),
                UnifiedText.between(from.name(), text, to.name(), version.optimizedPrompt()));
    }

    private static Side side(Version version, String field) {
        return new Side(version.id(), version.number(), field);
    }
}
