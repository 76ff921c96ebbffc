package io.betterprompts.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands before the API.
 *
 * @param console the folder of a web page that is served beside the API, with an index.html
 */
record Edge(boolean cloudFront, boolean firewall, Optional<Path> console) {

    Edge {
        if (!cloudFront && (firewall || console.isPresent())) {
            throw new UnusableOption((firewall ? "firewall" : "console") + " needs cloudfront=true");
        }
        console.filter(folder -> !Files.isRegularFile(folder.resolve("index.html")))
                .ifPresent(folder -> {
                    throw new UnusableOption("console is a folder with an index.html; there is none in " + folder);
                });
    }
}
