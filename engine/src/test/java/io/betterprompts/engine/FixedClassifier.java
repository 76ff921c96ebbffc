package io.betterprompts.engine;

import io.betterprompts.engine.classify.Classification;
import io.betterprompts.engine.classify.Classification.Scored;
import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.classify.IntentClassifier;
import java.util.ArrayList;
import java.util.List;

/** Gives every prompt the same intent. */
record FixedClassifier(Intent intent, double probability, boolean abstains) implements IntentClassifier {

    static FixedClassifier sureOf(Intent intent) {
        return new FixedClassifier(intent, 0.9, false);
    }

    static FixedClassifier abstaining() {
        return new FixedClassifier(Intent.QUESTION_ANSWERING, 0.2, true);
    }

    @Override
    public Classification classify(String text) {
        List<Scored> ranked = new ArrayList<>(List.of(new Scored(intent, probability)));
        for (Intent other : Intent.values()) {
            if (other != intent) {
                ranked.add(new Scored(other, (1 - probability) / (Intent.values().length - 1)));
            }
        }
        return new Classification(ranked, abstains);
    }

    @Override
    public String modelId() {
        return "fixed/" + intent.label();
    }
}
