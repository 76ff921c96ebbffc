package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords(4);

    @Test
    void hashesAtCostTwelveInTheProduct() {
        assertThat(new AuthApplication().passwords().hash(new Password("correct horse")))
                .startsWith("$2a$12$");
    }

    @Test
    void matchesThePasswordOnly() {
        Optional<String> hash = Optional.of(passwords.hash(new Password("correct horse")));

        assertThat(passwords.matches(new Password("correct horse"), hash)).isTrue();
        assertThat(passwords.matches(new Password("correct horsf"), hash)).isFalse();
        assertThat(passwords.matches(new Password("correct horse"), Optional.empty()))
                .isFalse();
    }

    @Test
    void takesAnAccentAsAnyKeyboardWritesIt() {
        Optional<String> hash = Optional.of(passwords.hash(new Password("caf\u00e9 au lait")));

        assertThat(passwords.matches(new Password("cafe\u0301 au lait"), hash)).isTrue();
    }

    @Test
    void doesNotTakeALongerPasswordForItsFirstPart() {
        String longest = "x".repeat(Password.MAX_BYTES);
        Optional<String> hash = Optional.of(passwords.hash(new Password(longest)));

        assertThat(passwords.matches(new Password(longest), hash)).isTrue();
        assertThat(passwords.matches(new Password(longest + "y"), hash)).isFalse();
    }

    /** Cost 4 takes about a millisecond and cost 10 sixty times that: what is measured is far above chance. */
    @Test
    void worksAsHardForNobodyAsForSomebody() {
        Passwords costly = new Passwords(10);
        Password password = new Password("correct horse");
        Optional<String> hash = Optional.of(costly.hash(password));

        long somebody = nanos(() -> costly.matches(password, hash));
        long nobody = nanos(() -> costly.matches(password, Optional.empty()));

        assertThat(nobody).isGreaterThan(somebody / 4);
    }

    @Test
    void knowsAHashOfALowerCost() {
        String hash = passwords.hash(new Password("correct horse"));

        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(new Passwords(5).isOutdated(hash)).isTrue();
    }

    @Test
    void printsNoPassword() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
