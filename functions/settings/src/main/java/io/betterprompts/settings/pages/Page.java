package io.betterprompts.settings.pages;

import io.betterprompts.common.http.Response;
import java.util.Map;
import java.util.Optional;

/** An HTML page as it is sent: everything on it comes from this server, and no script stands in the page itself. */
final class Page {

    private static final String FRAME = Resources.text("page.html");

    private Page() {}

    /** A page to read. */
    static Response of(String title, String content) {
        return html(title, content, "default-src 'none'; style-src 'self'; img-src data:");
    }

    /**
     * A page of its own making.
     *
     * @param policy what it may load, as a content security policy
     */
    static Response html(String title, String content, String policy) {
        String text = FRAME.replace("{{title}}", title).replace("{{content}}", content);
        Map<String, String> headers = Map.of(
                "cache-control",
                "max-age=300",
                "content-security-policy",
                policy + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return new Response(200, headers, Optional.of(new Response.Raw("text/html; charset=utf-8", text)));
    }
}
