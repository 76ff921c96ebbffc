package io.betterprompts.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitTests {

    @Test
    void countsAsPeopleDo() {
        assertThat(new Wait(1).advice()).isEqualTo("Try again in 1 second.");
        assertThat(new Wait(900).advice()).isEqualTo("Try again in 900 seconds.");
    }

    @Test
    void tellsMachinesTheSame() {
        assertThat(new Wait(900).headers()).isEqualTo(Map.of("retry-after", "900"));
    }
}
