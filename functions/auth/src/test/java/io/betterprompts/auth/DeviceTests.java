package io.betterprompts.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTests {

    @Test
    void cutsALongNameBetweenCharacters() {
        assertThat(new Device("👋".repeat(201), "192.0.2.1").agent()).isEqualTo("👋".repeat(200));
        assertThat(new Device("curl/8.5", "192.0.2.1").agent()).isEqualTo("curl/8.5");
    }
}
