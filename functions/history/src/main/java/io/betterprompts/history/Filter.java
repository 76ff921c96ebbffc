package io.betterprompts.history;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.text.Tags;
import java.util.Optional;

/** Which groups a list holds: those that satisfy each of the conditions given. */
record Filter(Optional<String> intent, Optional<String> tag, Optional<Boolean> favourite, Optional<String> status) {

    static Filter of(Request request) {
        return new Filter(
                request.parameter("intent"),
                request.parameter("tag").map(Tags::normal),
                request.parameter("favourite").map(Boolean::valueOf),
                request.parameter("status"));
    }
}
