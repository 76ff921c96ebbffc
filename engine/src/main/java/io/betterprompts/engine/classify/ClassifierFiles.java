package io.betterprompts.engine.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Where the three files of a classifier come from. */
@FunctionalInterface
interface ClassifierFiles {

    String ARCHIVE = "intent-classifier.pt";
    String TOKENIZER = "tokenizer.json";
    String DESCRIPTION = "intent-classifier.json";

    /**
     * Opens a file; the caller closes it.
     *
     * @param name one of the three above
     */
    InputStream open(String name) throws IOException;

    /** Those the model module built. */
    static ClassifierFiles bundled() {
        return name -> {
            InputStream in = ClassifierFiles.class.getResourceAsStream("/io/betterprompts/model/" + name);
            if (in == null) {
                throw new ClassifierUnusable(name + " is not on the class path: is betterprompts-model?");
            }
            return in;
        };
    }

    default byte[] read(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
