package io.betterprompts.settings.pages;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import java.util.Map;

/** The operations that answer with pages, by their names in the contract. */
public final class PageHandlers {

    /** Swagger UI sets styles of its elements and draws its icons from data URLs. */
    private static final String DOCS_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'";

    private final ProblemPages problems;

    private PageHandlers(ProblemPages problems) {
        this.problems = problems;
    }

    public static Map<String, Handler> all() {
        PageHandlers handlers = new PageHandlers(ProblemPages.load());
        return Map.of(
                "listProblems", handlers::problems,
                "readProblem", handlers::problem,
                "readDocs", handlers::docs,
                "readDocsFile", handlers::file);
    }

    private Response problems(Request request) {
        return Page.of("Problems", problems.index());
    }

    private Response problem(Request request) {
        String type = request.parameter("type").orElse("");
        return problems.of(type).map(html -> Page.of(type, html)).orElseThrow(() -> new ProblemTypeNotFound(type));
    }

    private Response docs(Request request) {
        return Page.html("API", Resources.text("docs.html"), DOCS_POLICY);
    }

    private Response file(Request request) {
        return DocsFiles.file(request.parameter("file").orElse(""));
    }
}
