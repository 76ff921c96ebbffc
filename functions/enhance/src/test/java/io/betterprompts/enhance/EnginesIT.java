package io.betterprompts.enhance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.common.testkit.TestDatabase;
import io.betterprompts.engine.PromptEnhancer;
import io.betterprompts.engine.data.InvalidRules;
import org.junit.jupiter.api.Test;

class EnginesIT {

    private static final String OFF = "off: [react]";

    private final Engines engines = EnhanceFixture.engines(TestDatabase.fresh(), 2);

    @Test
    void areMadeOncePerText() {
        assertThat(engines.with(OFF)).isSameAs(engines.with(OFF));
    }

    @Test
    void areForgottenThoseUsedLongestAgoFirst() {
        PromptEnhancer first = engines.with(OFF);
        PromptEnhancer second = engines.with("off: [few_shot]");
        engines.with(OFF);
        engines.with("off: [analogical]");

        assertThat(engines.with(OFF)).isSameAs(first);
        assertThat(engines.with("off: [few_shot]")).isNotSameAs(second);
    }

    @Test
    void areNotMadeOfRulesThatCannotBeFollowed() {
        assertThatThrownBy(() -> engines.with("off: [mind_reading]")).isInstanceOf(InvalidRules.class);
        assertThatThrownBy(() -> engines.with("off: [mind_reading]")).isInstanceOf(InvalidRules.class);
    }
}
