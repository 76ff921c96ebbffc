package io.betterprompts.templates;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.text.Tags;
import java.util.Locale;
import java.util.Optional;

/**
 * Which templates a list holds: those that satisfy each of the conditions given.
 *
 * @param words stand in the name, the description or the content
 */
record Filter(Scope scope, Optional<String> tag, Optional<String> category, Optional<String> words) {

    /** A public template of the caller's own is in each of the three. */
    enum Scope {
        OWN,
        PUBLIC,
        ALL;

        static Scope of(Request request) {
            return request.parameter("scope")
                    .map(scope -> valueOf(scope.toUpperCase(Locale.ROOT)))
                    .orElse(ALL);
        }

        boolean includesOwn() {
            return this != PUBLIC;
        }

        boolean includesPublic() {
            return this != OWN;
        }
    }

    static Filter of(Request request) {
        return new Filter(
                Scope.of(request),
                request.parameter("tag").map(Tags::normal),
                request.parameter("category"),
                request.parameter("q"));
    }
}
