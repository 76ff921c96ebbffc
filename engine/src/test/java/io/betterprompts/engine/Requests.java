package io.betterprompts.engine;

import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds requests that differ from the plainest one in a few ways. */
final class Requests {

    private final String text;
    private Optional<String> model = Optional.empty();
    private Optional<ModelClass> modelClass = Optional.empty();
    private Set<String> prefer = Set.of();
    private Set<String> exclude = Set.of();
    private OptionalInt most = OptionalInt.empty();
    private Context context = Context.none();
    private Map<String, String> answers = Map.of();
    private @Nullable String direction;

    private Requests(String text) {
        this.text = text;
    }

    static Requests of(String text) {
        return new Requests(text);
    }

    Requests forModel(String name) {
        model = Optional.of(name);
        return this;
    }

    Requests forClass(ModelClass given) {
        modelClass = Optional.of(given);
        return this;
    }

    Requests preferring(String... techniques) {
        prefer = Set.of(techniques);
        return this;
    }

    Requests excluding(String... techniques) {
        exclude = Set.of(techniques);
        return this;
    }

    Requests addingAtMost(int tokens) {
        most = OptionalInt.of(tokens);
        return this;
    }

    Requests in(Context given) {
        context = given;
        return this;
    }

    Requests answering(Map<String, String> given) {
        answers = given;
        return this;
    }

    Requests directed(String wish) {
        direction = wish;
        return this;
    }

    EnhancementRequest build() {
        return new EnhancementRequest(
                text, model, modelClass, prefer, exclude, most, context, answers, Optional.ofNullable(direction));
    }
}
