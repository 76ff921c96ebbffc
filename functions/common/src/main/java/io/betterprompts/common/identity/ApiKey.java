package io.betterprompts.common.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key: {@code bp_live_}, 32 random bytes as 43 base-62 digits, and the CRC-32 of those digits as six more, by which
 * a scanner tells a leaked key from a look-alike without asking anyone. Only its hash is stored, and it never prints itself.
 */
public record ApiKey(String text) {

    private static final String SCHEME = "bp_live_";
    private static final int BYTES = 32;
    private static final int DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final int PREFIX_LENGTH = SCHEME.length() + 12;
    private static final Pattern FORM =
            Pattern.compile(SCHEME + "[0-9A-Za-z]{" + DIGITS + "}[0-9A-Za-z]{" + CHECK_DIGITS + "}");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** @throws ApiKeyInvalid if the text is none, or one with a slip in it */
    public ApiKey {
        if (!FORM.matcher(text).matches() || !text.endsWith(check(digits(text)))) {
            throw new ApiKeyInvalid();
        }
    }

    public static ApiKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String digits = base62(new BigInteger(1, bytes), DIGITS);
        return new ApiKey(SCHEME + digits + check(digits));
    }

    /** Whether a credential is meant to be an API key rather than an access token. */
    static boolean looksLikeOne(String text) {
        return text.startsWith(SCHEME);
    }

    /** What the key is found by and shown as: 71 of its 256 random bits. */
    public String prefix() {
        return text.substring(0, PREFIX_LENGTH);
    }

    /** SHA-256 without a salt: what is left of the random bits cannot be guessed, so there is nothing to slow down. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digits(String text) {
        return text.substring(SCHEME.length(), SCHEME.length() + DIGITS);
    }

    private static String check(String digits) {
        CRC32 crc = new CRC32();
        crc.update(digits.getBytes(US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        for (BigInteger rest = number; rest.signum() > 0; rest = rest.divide(base)) {
            digits.append(ALPHABET.charAt(rest.mod(base).intValue()));
        }
        String text = digits.reverse().toString();
        return String.format(Locale.ROOT, "%" + length + "s", text).replace(' ', '0');
    }

    @Override
    public String toString() {
        return "ApiKey " + prefix();
    }
}
