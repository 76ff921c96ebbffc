package io.betterprompts.settings.pages;

import io.betterprompts.common.http.Response;
import java.util.Map;
import java.util.Optional;

/** What the pages load: their own style and script, and those of Swagger UI out of its web jar. */
final class DocsFiles {

    private static final String JAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> OWN = Map.of("page.css", "text/css", "docs.js", "text/javascript");
    private static final Map<String, String> FROM_JAR =
            Map.of("swagger-ui.css", "text/css", "swagger-ui-bundle.js", "text/javascript");

    private DocsFiles() {}

    /** @throws DocsFileNotFound if the pages load no such file */
    static Response file(String name) {
        if (OWN.containsKey(name)) {
            return response(OWN.get(name), Resources.text(name));
        }
        if (FROM_JAR.containsKey(name)) {
            return response(FROM_JAR.get(name), Resources.text(folder() + name));
        }
        throw new DocsFileNotFound(name);
    }

    /** A web jar keeps its files in a folder with its version. */
    private static String folder() {
        String version = Resources.text(JAR)
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow();
        return "/META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    private static Response response(String mediaType, String text) {
        Response.Raw body = new Response.Raw(mediaType + "; charset=utf-8", text);
        return new Response(200, Map.of("cache-control", "max-age=3600"), Optional.of(body));
    }
}
