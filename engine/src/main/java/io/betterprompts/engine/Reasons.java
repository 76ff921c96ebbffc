package io.betterprompts.engine;

import io.betterprompts.engine.check.InvariantCheck.Promise;
import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.generate.Candidate;
import io.betterprompts.engine.generate.Phrasebook;
import java.util.List;

/** Why a prompt was enhanced or left alone, in words. */
final class Reasons {

    private Reasons() {}

    static List<String> of(Candidate candidate, Promise promise, Phrasebook phrasebook, int questions) {
        Classification classification = promise.task().classification();
        if (!candidate.edits().isEmpty()) {
            int count = candidate.edits().size();
            return List.of(count + (count == 1 ? " addition" : " additions") + " for a prompt of the kind "
                    + classification.intent().label() + "; the original is untouched");
        }
        if (classification.intent() == Intent.CONVERSATION && !classification.abstained()) {
            return List.of("this is conversation, and conversation is left alone");
        }
        if (!phrasebook.speaks(promise.prompt().language())) {
            return List.of("there are no texts for the prompt's language ("
                    + promise.prompt().language() + ")");
        }
        if (!promise.own().rules().isEmpty()) {
            return List.of("the prompt has its enhancements already");
        }
        if (classification.abstained()) {
            return List.of("it is not clear enough what kind of task this is, so nothing was guessed");
        }
        return List.of(
                questions > 0
                        ? "what it lacks only you can say; missing asks for it"
                        : "it lacks nothing that evidence supports adding; why_not says what kept each technique out");
    }
}
