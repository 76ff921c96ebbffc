package io.betterprompts.auth;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords with bcrypt and checks them, at a cost that may rise over the years. */
final class Passwords {

    /** 4,096 rounds: a third of a second for us, and for whoever guesses from a stolen table. */
    static final int COST = 12;

    private final BCryptPasswordEncoder bcrypt;
    private final String nobody;

    Passwords(int cost) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
        this.nobody = String.format(Locale.ROOT, "$2a$%02d$%s", cost, ".".repeat(53));
    }

    /** Expects a password that {@link PasswordRules} let pass. */
    String hash(Password password) {
        return bcrypt.encode(password.text());
    }

    /** Takes as long without a hash as with one, so that an answer's time tells nobody which accounts exist. */
    boolean matches(Password password, Optional<String> hash) {
        boolean same = bcrypt.matches(password.text(), hash.orElse(nobody));
        return same && hash.isPresent() && password.fits();
    }

    /** Whether the hash was made at a lower cost than today's. */
    boolean isOutdated(String hash) {
        return bcrypt.upgradeEncoding(hash);
    }
}
