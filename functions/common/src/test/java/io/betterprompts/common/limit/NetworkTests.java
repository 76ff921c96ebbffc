package io.betterprompts.common.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @Test
    void tellsAddressesOfVersion4Apart() {
        assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:DB8:1:2::1, 2001:0db8:0001:0002::9",
        "[2001:db8:1:2::1], 2001:db8:1:2::",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void takesOneNetworkForOne(String one, String other) {
        assertThat(Network.of(one)).isEqualTo(Network.of(other));
    }

    @Test
    void tellsNetworksOfVersion6Apart() {
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "999.1.1.1", "::zz", "1:2"})
    void takesWhatIsNoAddressAsItIs(String text) {
        assertThat(Network.of(text).text()).isEqualTo(text);
    }
}
