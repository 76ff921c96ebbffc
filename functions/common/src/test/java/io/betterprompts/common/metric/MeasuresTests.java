package io.betterprompts.common.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTests {

    private final Measures measures = new Measures();

    @Test
    void addUpWhatIsCountedAndKeepEachTime() {
        measures.count("Hits");
        measures.count("Hits");
        measures.millis("Time", 2);
        measures.millis("Time", 1);

        assertThat(measures.take())
                .containsExactly(
                        Metric.count("Hits", 2), new Metric("Time", Metric.Unit.MILLISECONDS, List.of(2.0, 1.0)));
    }

    @Test
    void beginAnewForTheNextRequest() {
        measures.count("Hits");
        measures.take();

        assertThat(measures.take()).isEmpty();
    }

    @Test
    void areNotThoseOfAnotherRequestAtTheSameTime() throws InterruptedException {
        Thread other = new Thread(() -> measures.count("Hits"));
        other.start();
        other.join();

        assertThat(measures.take()).isEmpty();
    }
}
