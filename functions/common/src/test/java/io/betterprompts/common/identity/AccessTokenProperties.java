package io.betterprompts.common.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AccessTokenProperties {

    private static final TokenFixture FIXTURE = new TokenFixture();
    private static final AccessTokenReader READER = FIXTURE.reader();
    private static final String TOKEN = FIXTURE.token();

    @Example
    void theTokenItselfIsRead() {
        assertThat(READER.read(TOKEN).caller()).isEqualTo(TokenFixture.CALLER);
    }

    @Property
    void anyOtherCharacterAnywhereIsRefused(@ForAll @IntRange(max = 500) int at, @ForAll char other) {
        Assume.that(at < TOKEN.length() && TOKEN.charAt(at) != other);

        refuses(TOKEN.substring(0, at) + other + TOKEN.substring(at + 1));
    }

    @Property
    void anyFlippedBitIsRefused(@ForAll @IntRange(max = 500) int at, @ForAll @IntRange(max = 7) int bit) {
        Assume.that(at < TOKEN.length());

        refuses(TOKEN.substring(0, at) + (char) (TOKEN.charAt(at) ^ (1 << bit)) + TOKEN.substring(at + 1));
    }

    @Property(tries = 200)
    void anyOtherSpellingOfTheSignatureIsRefused(@ForAll @IntRange(max = 63) int last) {
        char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(last);
        Assume.that(!TOKEN.endsWith(String.valueOf(other)));

        refuses(TOKEN.substring(0, TOKEN.length() - 1) + other);
    }

    @Property(tries = 200)
    void anyTextIsRefused(@ForAll String text) {
        refuses(text);
    }

    private static void refuses(String token) {
        assertThatThrownBy(() -> READER.read(token)).isInstanceOf(AccessTokenInvalid.class);
    }
}
