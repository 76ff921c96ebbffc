package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.betterprompts.common.identity.SessionId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest token of a session's family: {@code bp_rt_<session>.<256 random bits>}, both base64url. Only its hash is
 * stored, and it never prints itself.
 */
record RefreshToken(SessionId session, String secret) {

    private static final Pattern FORM = Pattern.compile("bp_rt_([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static RefreshToken random(SessionId session, SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new RefreshToken(session, BASE64.encodeToString(secret));
    }

    /** @throws RefreshTokenInvalid if the text is none */
    static RefreshToken parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new RefreshTokenInvalid();
        }
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(1)));
        return new RefreshToken(new SessionId(new UUID(id.getLong(), id.getLong())), parts.group(2));
    }

    String text() {
        ByteBuffer id = ByteBuffer.allocate(16)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits());
        return "bp_rt_" + BASE64.encodeToString(id.array()) + "." + secret;
    }

    /** SHA-256 without a salt: 256 random bits cannot be guessed, so there is nothing to slow down. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text().getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken of session " + session;
    }
}
