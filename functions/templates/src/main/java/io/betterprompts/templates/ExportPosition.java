package io.betterprompts.templates;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The last item of a part: a template, a prompt group, or a version of a group of which there are more. Templates go first.
 *
 * @param number of the version; {@link #WHOLE} where all of a group, or a template, was handed out
 */
record ExportPosition(boolean inHistory, UUID id, int number) {

    static final int WHOLE = 0;

    /** Less than any other id. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final char TEMPLATES = 't';
    private static final char HISTORY = 'h';
    private static final String OF = "/";

    static ExportPosition template(UUID id) {
        return new ExportPosition(false, id, WHOLE);
    }

    static ExportPosition group(UUID id) {
        return new ExportPosition(true, id, WHOLE);
    }

    static ExportPosition version(UUID group, int number) {
        return new ExportPosition(true, group, number);
    }

    static Optional<ExportPosition> of(Request request) {
        return PageRequest.of(request, ExportPosition::parse).after();
    }

    private static ExportPosition parse(String text) {
        if (text.isEmpty() || (text.charAt(0) != TEMPLATES && text.charAt(0) != HISTORY)) {
            throw new IllegalArgumentException("no position of an export");
        }
        String[] parts = text.substring(1).split(OF, 2);
        return new ExportPosition(
                text.charAt(0) == HISTORY,
                UUID.fromString(parts[0]),
                parts.length == 1 ? WHOLE : Integer.parseInt(parts[1]));
    }

    boolean isWithinGroup() {
        return number != WHOLE;
    }

    String cursor() {
        String text = (inHistory ? HISTORY : TEMPLATES) + id.toString() + (isWithinGroup() ? OF + number : "");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
