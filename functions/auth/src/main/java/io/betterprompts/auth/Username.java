package io.betterprompts.auth;

import java.util.Locale;

/** A user name: ASCII letters, digits, dot, underscore and hyphen, so that no two look alike and none looks like an e-mail. */
record Username(String text) {

    /** The one spelling by which it is unique. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
