package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules(CommonPasswords.load());

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password", "12345678", "iloveyou", "PASSWORD1", "qwertyuiop"})
    void refusesWhatIsTriedFirst(String password) {
        refuses(password, PasswordTooCommon.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace", "Ada.Lovelace@Example.com", "countess", "COUNTESS", "BetterPrompts"})
    void refusesTheAccountsAndTheServicesName(String password) {
        refuses(password, PasswordTooCommon.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "        ", "zwölf boxkämpfer", "密码密码密码密码", "countess of 1815"})
    void asksForNoKindOfCharacter(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void countsBytes() {
        assertThatCode(() -> check("é".repeat(36))).doesNotThrowAnyException();
        refuses("é".repeat(36) + "x", PasswordTooLong.class);
    }

    private void refuses(String password, Class<?> problem) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(problem);
    }

    private void check(String password) {
        rules.check(
                new Password(password), new Email("Ada.Lovelace@example.com"), new Username("Countess"), "password");
    }
}
