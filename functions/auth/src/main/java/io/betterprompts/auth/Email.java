package io.betterprompts.auth;

import java.text.Normalizer;
import java.util.Locale;

/** An e-mail address, spelled as its owner does. */
record Email(String text) {

    Email {
        text = text.strip();
    }

    /** The one spelling by which it is unique: full-width letters and capitals are no second account. */
    String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
