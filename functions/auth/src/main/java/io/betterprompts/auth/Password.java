package io.betterprompts.auth;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A password as typed. Never prints itself. */
record Password(String text) {

    /** What bcrypt reads; it would ignore the rest, and two long passwords would be one. */
    static final int MAX_BYTES = 72;

    /** Composed (RFC 8265), because keyboards differ in how they write an accent. */
    Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    boolean fits() {
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    @Override
    public String toString() {
        return "Password";
    }
}
