package io.betterprompts.templates;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The last item of a part: a template or a prompt group. Templates go first. */
record ExportPosition(boolean inHistory, UUID id) {

    private static final char TEMPLATES = 't';
    private static final char HISTORY = 'h';

    static Optional<ExportPosition> of(Request request) {
        return PageRequest.of(request, ExportPosition::parse).after();
    }

    private static ExportPosition parse(String text) {
        if (text.isEmpty() || (text.charAt(0) != TEMPLATES && text.charAt(0) != HISTORY)) {
            throw new IllegalArgumentException("no position of an export");
        }
        return new ExportPosition(text.charAt(0) == HISTORY, UUID.fromString(text.substring(1)));
    }

    String cursor() {
        String text = (inHistory ? HISTORY : TEMPLATES) + id.toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
