package io.betterprompts.settings.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemPagesTests {

    private final ProblemPages pages = new ProblemPages("""
            # Problems

            All of them.

            ## tea-cold

            418 · The tea is cold

            **Cause.** It stood for `too long` & <b>nobody</b> drank it.

            **Cure.** Make another.

            ## tea-gone

            410 · The tea is gone
            """);

    @Test
    void showsTheSectionOfAType() {
        assertThat(pages.of("tea-cold").orElseThrow())
                .contains("<h1>tea-cold</h1>", "418 · The tea is cold", "<strong>Cure.</strong> Make another.")
                .contains("<code>too long</code> &amp; &lt;b&gt;nobody")
                .doesNotContain("tea-gone");
    }

    @Test
    void hasNoPageForWhatIsNoType() {
        assertThat(pages.of("tea")).isEmpty();
    }

    @Test
    void listsAllWithTheirTitles() {
        assertThat(pages.index())
                .contains("<h1>Problems</h1>", "<a href=\"/problems/tea-gone\">tea-gone</a> 410 · The tea is gone");
    }
}
