package io.betterprompts.auth;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen (NIST SP 800-63B): any characters, long enough for the contract, within what is hashed, not
 * among the common ones, and not the name of the account or of the service. No rule asks for kinds of characters.
 */
final class PasswordRules {

    private static final String SERVICE = "betterprompts";

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /**
     * Lets a new password pass.
     *
     * @param field where the request holds it
     * @throws PasswordTooLong if bcrypt would ignore its end
     * @throws PasswordTooCommon if a guesser would try it early
     */
    void check(Password password, Email email, Username username, String field) {
        if (!password.fits()) {
            throw new PasswordTooLong(field);
        }
        if (common.contains(password.text()) || names(email, username).contains(key(password.text()))) {
            throw new PasswordTooCommon(field);
        }
    }

    private static Set<String> names(Email email, Username username) {
        String address = email.key();
        return Stream.of(address, address.substring(0, address.indexOf('@')), username.key(), SERVICE)
                .collect(Collectors.toSet());
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
