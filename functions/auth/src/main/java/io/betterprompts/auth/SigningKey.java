package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.betterprompts.common.identity.AccessTokens;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.JwtJson;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.UUID;

/** An Ed25519 key pair, derived from one secret text (docs/decisions/0006-ed25519-from-one-secret.md). */
record SigningKey(PrivateKey privateKey, PublicKey publicKey) {

    /** 32 random bytes in base64 without padding. */
    static final int SECRET_LENGTH = 43;

    private static final String DOMAIN = "betterprompts/access-token/ed25519\n";

    /** The same secret always gives the same pair. */
    static SigningKey of(String secret) {
        if (secret.length() < SECRET_LENGTH) {
            throw new IllegalStateException("the secret SIGNING_SECRET refers to must have at least " + SECRET_LENGTH
                    + " characters; make one with: openssl rand -base64 32");
        }
        return ofSeed(sha256((DOMAIN + secret).getBytes(UTF_8)));
    }

    static SigningKey ofSeed(byte[] seed) {
        try {
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            PublicKey publicKey = Jwks.builder()
                    .octetKey(privateKey)
                    .build()
                    .toKeyPair()
                    .toJavaKeyPair()
                    .getPublic();
            return new SigningKey(privateKey, publicKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names the pair in tokens and tables. */
    String kid() {
        return HexFormat.of().formatHex(sha256(publicKey.getEncoded()), 0, 8);
    }

    String accessToken(Caller caller, Instant now) {
        return Jwts.builder()
                .json(JwtJson.writer())
                .header()
                .keyId(kid())
                .and()
                .issuer(AccessTokens.ISSUER)
                .audience()
                .add(AccessTokens.AUDIENCE)
                .and()
                .subject(caller.user().toString())
                .claim(AccessTokens.SESSION, caller.session().toString())
                .claim(AccessTokens.SCOPE, String.join(" ", new TreeSet<>(caller.scopes())))
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .notBefore(Date.from(now))
                .expiration(Date.from(now.plus(AccessTokens.LIFETIME)))
                .signWith(privateKey, Jwts.SIG.EdDSA)
                .compact();
    }

    /** Without the private half. */
    @Override
    public String toString() {
        return "SigningKey " + kid();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
