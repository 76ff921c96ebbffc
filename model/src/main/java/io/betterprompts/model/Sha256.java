package io.betterprompts.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this module writes it: lower-case hexadecimal. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] bytes) {
        return new Sha256().update(bytes).hex();
    }

    public Sha256 update(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** The digest of all bytes so far; afterwards this starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
