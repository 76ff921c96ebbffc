package io.betterprompts.console;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the console.
 *
 * @param type its media type
 * @param tag its ETag, in quotes; another one whenever the content is
 * @param content read-only
 */
public record ConsoleFile(String type, String tag, ByteBuffer content) {

    private static final int TAG_BYTES = 12;

    public ConsoleFile {
        content = content.asReadOnlyBuffer();
    }

    static ConsoleFile of(String type, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String tag = '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
            return new ConsoleFile(type, tag, ByteBuffer.wrap(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a client that sent this {@code If-None-Match} has the file already. */
    public boolean isKnownBy(String ifNoneMatch) {
        return ifNoneMatch.equals("*") || ifNoneMatch.contains(tag);
    }
}
