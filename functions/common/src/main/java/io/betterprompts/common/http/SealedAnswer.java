package io.betterprompts.common.http;

import io.betterprompts.common.json.Json;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** An answer under AES-256-GCM: 12 random bytes, then what it was, with its tag. */
final class SealedAnswer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /** @param key 32 bytes */
    SealedAnswer(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(Response response, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, Json.mapper().writeValueAsBytes(Kept.of(response)));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    Response open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return Json.mapper()
                .readValue(run(Cipher.DECRYPT_MODE, nonce, rest), Kept.class)
                .response();
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
        }
    }

    /** An answer whose body is text already, so that it is the same byte for byte when it is given again. */
    private record Kept(
            int status,
            Map<String, String> headers,
            @Nullable String mediaType,
            @Nullable String text) {

        static Kept of(Response response) {
            Optional<Response.Raw> raw = response.raw();
            return new Kept(
                    response.status(),
                    response.headers(),
                    raw.map(Response.Raw::mediaType).orElse(null),
                    raw.map(Response.Raw::text).orElse(null));
        }

        Response response() {
            Optional<Object> body = mediaType == null || text == null
                    ? Optional.empty()
                    : Optional.of(new Response.Raw(mediaType, text));
            return new Response(status, headers, body);
        }
    }
}
