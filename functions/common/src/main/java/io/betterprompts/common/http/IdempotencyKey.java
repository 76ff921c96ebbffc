package io.betterprompts.common.http;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client calls one request by, and the secret by which alone its answer can be read again. All that is stored is
 * derived from it, each thing for a purpose of its own (HMAC-SHA-256), and leads back to none other.
 */
final class IdempotencyKey {

    static final String HEADER = "idempotency-key";

    /** A UUID has 36; fewer than 16 could be guessed from what is stored. */
    private static final Pattern FORM = Pattern.compile("\"?([!#-\\[\\]-~]{16,200})\"?");

    private final SecretKeySpec secret;

    private IdempotencyKey(SecretKeySpec secret) {
        this.secret = secret;
    }

    /** With the quotes that the IETF's draft asks for, or without. */
    static IdempotencyKey parse(String header) {
        var matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ValidationFailed(
                    Fault.of("Idempotency-Key", "must be 16 to 200 visible ASCII characters, such as a UUID"));
        }
        return new IdempotencyKey(
                new SecretKeySpec(matcher.group(1).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    }

    /** 32 bytes. */
    byte[] derive(String purpose, String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal((purpose + "\n" + of).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
