package io.betterprompts.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.betterprompts.common.json.Json;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A token taken apart, changed, and put together again, with nothing of the product's own code. */
record ForgedToken(ObjectNode header, ObjectNode claims) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ForgedToken like(String token) {
        String[] parts = token.split("\\.", -1);
        return new ForgedToken(object(parts[0]), object(parts[1]));
    }

    private static ObjectNode object(String part) {
        return (ObjectNode) Json.mapper().readTree(Base64.getUrlDecoder().decode(part));
    }

    ForgedToken header(String name, String value) {
        header.put(name, value);
        return this;
    }

    ForgedToken claim(String name, String value) {
        claims.put(name, value);
        return this;
    }

    ForgedToken times(long issued, long notBefore, long expires) {
        claims.put("iat", issued).put("nbf", notBefore).put("exp", expires);
        return this;
    }

    ForgedToken without(String claim) {
        claims.remove(claim);
        return this;
    }

    String unsigned() {
        return content() + ".";
    }

    String signedBy(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content().getBytes(UTF_8));
            return content() + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String authenticatedBy(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content() + "." + BASE64.encodeToString(mac.doFinal(content().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content() {
        return part(header) + "." + part(claims);
    }

    private static String part(JsonNode node) {
        return BASE64.encodeToString(Json.mapper().writeValueAsBytes(node));
    }

    /** As docs/decisions/0006 says that the key is made. */
    static PrivateKey key(String secret) {
        try {
            byte[] seed = MessageDigest.getInstance("SHA-256")
                    .digest(("betterprompts/access-token/ed25519\n" + secret).getBytes(UTF_8));
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
