package io.betterprompts.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that was made up. Where a thing that exists is meant, a word such as {@code @history} stands for its id until
 * the request is sent.
 *
 * @param operation the id of the operation it is for
 * @param kind in what way it is valid or not, for the report
 */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
record FuzzRequest(
        String operation,
        String kind,
        String method,
        String target,
        Map<String, String> headers,
        byte @Nullable [] body) {

    FuzzRequest {
        headers = Map.copyOf(headers);
    }

    /** With things that exist in the place of their words. */
    FuzzRequest resolved(UnaryOperator<String> things) {
        byte[] filled = body == null || !isText(body)
                ? body
                : things.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Map<String, String> known = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> things.apply(entry.getValue())));
        return new FuzzRequest(operation, kind, method, things.apply(target), known, filled);
    }

    private static boolean isText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0;
    }

    /** What a person can paste to see the same; a body that is no text, or a long one, comes out of base64. */
    String curl(String url) {
        StringBuilder curl = new StringBuilder("curl -gi -X " + method + " '" + url + target + "'");
        headers.forEach((name, value) ->
                curl.append(" -H '").append(name).append(": ").append(value).append('\''));
        if (body == null) {
            return curl.toString();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        boolean isPlain = body.length < 4000 && text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\'');
        return isPlain
                ? curl + " --data-binary '" + text + "'"
                : "echo '" + Base64.getEncoder().encodeToString(body) + "' | base64 -d | " + curl + " --data-binary @-";
    }

    /** As a failed property shows it: long bodies are of no help there. */
    @Override
    public String toString() {
        String line = curl("");
        return kind + ": " + (line.length() > 2000 ? line.substring(0, 2000) + "…" : line);
    }
}
