package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.prompt.Context.Example;
import io.betterprompts.engine.select.Gate;
import io.betterprompts.engine.select.ModelClass;
import io.betterprompts.engine.select.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptEnhancerTests {

    private static final String TRAIN = "A train travels 60 km in 45 minutes. How far does it go in 2 hours?";
    private static final String ARTICLE = """
            Summarize this article in 3 bullets:

            The Nile floods each year.

            ```python
            print(1)
            ```

            | month | level |
            |---|---|
            | June | 7 |
            """;

    @Test
    void leavesConversationAlone() {
        Enhancement result = Engines.enhance(Intent.CONVERSATION, "hey, how are you doing today?");
        assertThat(result.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(result.enhancedText()).isEqualTo(result.originalText());
        assertThat(result.edits()).isEmpty();
        assertThat(result.reasons()).singleElement().asString().contains("conversation");
    }

    @Test
    void writesAboutThisCode() {
        Enhancement result = Engines.enhance(
                Intent.CODE_GENERATION, "write a python function that merges two sorted lists, keep {{style}}");
        assertThat(result.verdict()).isEqualTo(Verdict.ENHANCED);
        assertThat(result.enhancedText()).startsWith(result.originalText() + "\n\n");
        assertThat(texts(result)).anyMatch(text -> text.contains("{{style}} exactly as written"));
        assertThat(texts(result)).anyMatch(text -> text.contains("empty lists"));
        assertThat(texts(result)).anyMatch(text -> text.contains("Python code first"));
        assertThat(result.edits()).allSatisfy(edit -> {
            assertThat(edit.reason()).isNotBlank();
            assertThat(edit.evidence()).isNotEmpty();
        });
    }

    @Test
    void summarizesWithoutASecondLength() {
        Enhancement result = Engines.sureOf(Intent.SUMMARIZATION)
                .enhance(EnhancementRequest.of(ARTICLE).in(Context.of(Map.of("length", "two pages"))));
        assertThat(texts(result)).anyMatch(text -> text.contains("only what the article says"));
        assertThat(texts(result)).anyMatch(text -> text.contains("“Summarize this article in 3 bullets:”"));
        assertThat(texts(result)).noneMatch(text -> text.contains("length") || text.contains("two pages"));
    }

    @Test
    void keepsALongMixedPromptByteForByte() {
        String text = """
                Rewrite this:

                \tline with a tab 👩‍👩‍👧 and مرحبا بالعالم
                ```java
                int a = 1;

                ```
                - item {x} of ${y}
                """.replace("\n", "\r\n").repeat(150);
        assertThat(text.length()).isGreaterThan(15_000);
        Enhancement result = Engines.enhance(Intent.REWRITING, text);
        assertThat(result.verdict()).isEqualTo(Verdict.ENHANCED);
        assertThat(result.enhancedText()).contains(text);
        assertThat(result.enhancedText().replace("\r\n", "")).doesNotContain("\n");
        assertThat(result.invariants().allHold()).isTrue();
    }

    @Test
    void addsNothingTheSecondTime() {
        Enhancement once = Engines.enhance(Intent.SUMMARIZATION, ARTICLE);
        Enhancement twice = Engines.enhance(Intent.SUMMARIZATION, once.enhancedText());
        assertThat(twice.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(twice.enhancedText()).isEqualTo(once.enhancedText());
        assertThat(twice.reasons()).singleElement().asString().contains("already");
        assertThat(twice.whyNot()).anyMatch(miss -> miss.gate() == Gate.ALREADY_THERE);
    }

    @Test
    void reasoningModelsGetNoSteps() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.REASONING);
        EnhancementRequest request = EnhancementRequest.of(TRAIN);
        assertThat(enhancer.enhance(request.forModel("gpt-4o")).techniques()).contains("chain_of_thought");
        Enhancement forReasoning = enhancer.enhance(request.forModel("o3-mini"));
        assertThat(forReasoning.techniques()).doesNotContain("chain_of_thought").contains("zero_shot");
        assertThat(gate(forReasoning, "chain_of_thought")).isEqualTo(Gate.MODEL_CLASS);
    }

    @Test
    void adviceIsNotText() {
        Enhancement result = Engines.enhance(Intent.REASONING, TRAIN);
        assertThat(result.runAdvice()).extracting(RunAdvice::technique).containsExactly("self_consistency");
        assertThat(result.edits()).extracting(Edit::technique).doesNotContain("self_consistency");
        assertThat(result.techniques()).contains("self_consistency");
    }

    @Test
    void excludedTechniquesStayOut() {
        Enhancement result = Engines.sureOf(Intent.REASONING)
                .enhance(EnhancementRequest.of(TRAIN).excluding("chain_of_thought"));
        assertThat(result.techniques()).doesNotContain("chain_of_thought");
        assertThat(gate(result, "chain_of_thought")).isEqualTo(Gate.EXCLUDED);
    }

    @Test
    void preferredTechniquesComeInWhereEvidenceAllows() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.CREATIVE_WRITING);
        EnhancementRequest story = EnhancementRequest.of("write a short story about a lighthouse");
        assertThat(enhancer.enhance(story).techniques()).doesNotContain("role_play");
        Enhancement preferred = enhancer.enhance(story.preferring("role_play", "chain_of_thought"));
        assertThat(preferred.techniques()).contains("role_play").doesNotContain("chain_of_thought");
        assertThat(gate(preferred, "chain_of_thought")).isEqualTo(Gate.INTENT);
    }

    @Test
    void keepsTheTokenLimit() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.SUMMARIZATION);
        Enhancement free = enhancer.enhance(EnhancementRequest.of(ARTICLE));
        Enhancement tight = enhancer.enhance(EnhancementRequest.of(ARTICLE).addingAtMost(40));
        Enhancement none = enhancer.enhance(EnhancementRequest.of(ARTICLE).addingAtMost(0));
        assertThat(free.tokens().added()).isGreaterThan(40);
        assertThat(tight.tokens().added()).isBetween(1, 40);
        assertThat(tight.whyNot()).anyMatch(miss -> miss.gate() == Gate.BUDGET);
        assertThat(none.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void everyTechniqueIsUsedOrExplained() {
        for (Intent intent : Intent.values()) {
            Enhancement result = Engines.enhance(intent, TRAIN);
            List<String> unused =
                    result.whyNot().stream().map(WhyNot::technique).toList();
            List<String> all = new ArrayList<>(result.techniques());
            all.addAll(unused);
            assertThat(all)
                    .as("techniques under %s", intent)
                    .containsExactlyInAnyOrderElementsOf(
                            Engines.RULES.techniques().byId().keySet());
        }
    }

    @Test
    void usesTheUsersOwnExamplesAndFields() {
        Context context = Context.none()
                .withExamples(List.of(new Example("Paid on 3 May", "2026-05-03")))
                .withFields(List.of("date", "amount"));
        Enhancement result = Engines.sureOf(Intent.INFORMATION_EXTRACTION)
                .enhance(EnhancementRequest.of("Extract the payment from this e-mail: We paid 30 EUR on 7 June.")
                        .in(context));
        assertThat(texts(result)).anyMatch(text -> text.contains("date, amount"));
        assertThat(texts(result).getLast()).contains("Paid on 3 May → 2026-05-03");
        Enhancement again = Engines.sureOf(Intent.INFORMATION_EXTRACTION)
                .enhance(EnhancementRequest.of(result.enhancedText()).in(context));
        assertThat(again.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void leavesLanguagesItDoesNotSpeakAlone() {
        Enhancement result = Engines.enhance(
                Intent.SUMMARIZATION,
                "Schrijf een korte samenvatting van het artikel dat ik je straks geef over de haven.");
        assertThat(result.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(result.language()).isEqualTo("und");
        assertThat(result.reasons()).singleElement().asString().contains("language");
    }

    @Test
    void abstentionLeavesTheSafeCore() {
        Enhancement result =
                Engines.abstaining().enhance(EnhancementRequest.of("the thing with {{name}} as in the plan"));
        assertThat(result.edits()).extracting(Edit::rule).containsExactly("placeholders.keep");
        Enhancement nothing = Engines.abstaining().enhance(EnhancementRequest.of("the thing from the plan"));
        assertThat(nothing.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void writesBeforeAFenceThatIsNeverClosed() {
        Enhancement result =
                Engines.enhance(Intent.CODE_GENERATION, "Finish this python function\n```python\ndef f(list):");
        assertThat(result.verdict()).isEqualTo(Verdict.ENHANCED);
        assertThat(result.enhancedText()).endsWith("def f(list):");
        assertThat(result.edits()).extracting(Edit::position).containsOnly(Edit.Position.BEFORE);
    }

    @Test
    void refusesWhatIsNoPrompt() {
        assertThatThrownBy(() -> EnhancementRequest.of(" \n")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> EnhancementRequest.of("half a pair \ud83d")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> EnhancementRequest.of("x".repeat(20_001))).isInstanceOf(InvalidRequest.class);
        assertThat(EnhancementRequest.of("👍".repeat(20_000)).text()).hasSize(40_000);
    }

    @Test
    void refusesTechniquesThereAreNone() {
        assertThatThrownBy(() -> Engines.sureOf(Intent.REASONING)
                        .enhance(EnhancementRequest.of(TRAIN).preferring("mind_reading")))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.field()).isEqualTo("prefer_techniques"));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        EnhancementRequest request = EnhancementRequest.of(ARTICLE).forClass(ModelClass.SMALL);
        Enhancement one = Engines.sureOf(Intent.SUMMARIZATION).enhance(request);
        Enhancement other = new PromptEnhancer(
                        FixedClassifier.sureOf(Intent.SUMMARIZATION), RuleSet.bundled(), Engines.TOKENS)
                .enhance(request);
        assertThat(other.enhancedText()).isEqualTo(one.enhancedText());
        assertThat(other.whyNot()).isEqualTo(one.whyNot());
        assertThat(other.engine()).isEqualTo(one.engine());
    }

    private static List<String> texts(Enhancement result) {
        return result.edits().stream().map(Edit::text).toList();
    }

    private static Gate gate(Enhancement result, String technique) {
        return result.whyNot().stream()
                .filter(miss -> miss.technique().equals(technique))
                .findFirst()
                .orElseThrow()
                .gate();
    }
}
