package io.betterprompts.auth;

import java.util.Arrays;
import java.util.Base64;

/**
 * A public key as a JSON Web Key (RFC 8037).
 *
 * @param x the key's 32 bytes in base64url
 */
record PublishedKey(String kty, String crv, String use, String alg, String kid, String x) {

    private static final int LENGTH = 32;

    /** The last 32 bytes of an Ed25519 key in X.509 are the key. */
    static PublishedKey of(String kid, byte[] x509) {
        byte[] key = Arrays.copyOfRange(x509, x509.length - LENGTH, x509.length);
        return new PublishedKey(
                "OKP",
                "Ed25519",
                "sig",
                "EdDSA",
                kid,
                Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }
}
