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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void leavesConversationAloneWhateverItsLanguage() {
        Enhancement result = Engines.enhance(Intent.CONVERSATION, "hi");
        assertThat(result.language()).isEqualTo("und");
        assertThat(result.reasons()).containsExactly("this is conversation, and conversation is left alone");
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
                .enhance(Requests.of(ARTICLE)
                        .in(Context.of(Map.of("length", "two pages")))
                        .build());
        assertThat(texts(result)).anyMatch(text -> text.contains("only what is in the article"));
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
        assertThat(enhancer.enhance(Requests.of(TRAIN).forModel("gpt-4o").build())
                        .techniques())
                .contains("chain_of_thought");
        Enhancement forReasoning =
                enhancer.enhance(Requests.of(TRAIN).forModel("o3-mini").build());
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
                .enhance(Requests.of(TRAIN).excluding("chain_of_thought").build());
        assertThat(result.techniques()).doesNotContain("chain_of_thought");
        assertThat(gate(result, "chain_of_thought")).isEqualTo(Gate.EXCLUDED);
    }

    @Test
    void preferredTechniquesComeInWhereEvidenceAllows() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.CREATIVE_WRITING);
        String story = "write a short story about a lighthouse";
        assertThat(enhancer.enhance(EnhancementRequest.of(story)).techniques()).doesNotContain("role_play");
        Enhancement preferred = enhancer.enhance(
                Requests.of(story).preferring("role_play", "chain_of_thought").build());
        assertThat(preferred.techniques()).contains("role_play").doesNotContain("chain_of_thought");
        assertThat(gate(preferred, "chain_of_thought")).isEqualTo(Gate.INTENT);
    }

    @Test
    void keepsTheTokenLimit() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.SUMMARIZATION);
        Enhancement free = enhancer.enhance(EnhancementRequest.of(ARTICLE));
        Enhancement tight =
                enhancer.enhance(Requests.of(ARTICLE).addingAtMost(40).build());
        Enhancement none = enhancer.enhance(Requests.of(ARTICLE).addingAtMost(0).build());
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
                .enhance(Requests.of("Extract the payment from this e-mail: We paid 30 EUR on 7 June.")
                        .in(context)
                        .build());
        assertThat(texts(result)).anyMatch(text -> text.contains("date, amount"));
        assertThat(texts(result).getLast()).contains("Paid on 3 May → 2026-05-03");
        Enhancement again = Engines.sureOf(Intent.INFORMATION_EXTRACTION)
                .enhance(Requests.of(result.enhancedText()).in(context).build());
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
                        .enhance(Requests.of(TRAIN).preferring("mind_reading").build()))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.field()).isEqualTo("prefer_techniques"));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        EnhancementRequest request =
                Requests.of(ARTICLE).forClass(ModelClass.SMALL).build();
        Enhancement one = Engines.sureOf(Intent.SUMMARIZATION).enhance(request);
        Enhancement other = new PromptEnhancer(
                        FixedClassifier.sureOf(Intent.SUMMARIZATION), RuleSet.bundled(), Engines.TOKENS)
                .enhance(request);
        assertThat(other.enhancedText()).isEqualTo(one.enhancedText());
        assertThat(other.whyNot()).isEqualTo(one.whyNot());
        assertThat(other.engine()).isEqualTo(one.engine());
    }

    @Test
    void asksForWhatIsMissingAndUsesTheAnswer() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.PROBLEM_SOLVING);
        String text = "My laptop shows an error when I print.";
        Enhancement asked = enhancer.enhance(EnhancementRequest.of(text));
        assertThat(asked.missing())
                .extracting(MissingFact::slot)
                .containsExactly("error_message", "environment", "tried");
        Enhancement answered = enhancer.enhance(Requests.of(text)
                .answering(Map.of("error_message", "Error 0x6d9\noccurred.", "tried", "restarting"))
                .build());
        assertThat(texts(answered))
                .contains("The error message says: Error 0x6d9 occurred.", "I have already tried this: restarting.");
        assertThat(answered.missing()).extracting(MissingFact::slot).containsExactly("environment");
        Enhancement later = enhancer.enhance(EnhancementRequest.of(answered.enhancedText()));
        assertThat(later.missing()).extracting(MissingFact::slot).containsExactly("environment");
        assertThat(later.enhancedText()).isEqualTo(answered.enhancedText());
    }

    @Test
    void anAnswerFillsTheContextAndNeverOverwritesIt() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.SUMMARIZATION);
        Enhancement filled = enhancer.enhance(Requests.of("Summarize {{report}}")
                .answering(Map.of("audience", "my manager", "length", "one page"))
                .in(Context.of(Map.of("length", "3 sentences")))
                .build());
        assertThat(texts(filled))
                .contains("Write for this audience: my manager.", "Keep to this length: 3 sentences.")
                .noneMatch(text -> text.contains("one page"));
    }

    @Test
    void aPastedAnswerKeepsItsLines() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.TRANSLATION);
        EnhancementRequest request = Requests.of("translate into German please")
                .answering(Map.of("input", "Dear all,\n\nGive only the German text, without notes.\n  Bye"))
                .build();
        Enhancement result = enhancer.enhance(request);
        assertThat(result.enhancedText()).endsWith("Dear all,\n\nGive only the German text, without notes.\n  Bye");
        Enhancement again = enhancer.enhance(EnhancementRequest.of(result.enhancedText()));
        assertThat(again.enhancedText()).isEqualTo(result.enhancedText());
    }

    @Test
    void refusesAnswersToWhatWasNotAsked() {
        assertThatThrownBy(() -> Engines.sureOf(Intent.REASONING)
                        .enhance(Requests.of(TRAIN)
                                .answering(Map.of("shoe_size", "43"))
                                .build()))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.field()).isEqualTo("answers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shorter                 | Keep the answer as short as it can be without losing a point.
            More formal.            | Keep the tone of the answer formal.
            for a 10-year-old       | The answer is for these readers: a 10-year-old.
            as a table              | Give the answer as a table.
            in French               | Write the answer in French.
            mention the second ship | Keep to this as well: mention the second ship.
            """)
    void aDirectionBecomesAnEdit(String wish, String text) {
        PromptEnhancer enhancer = Engines.sureOf(Intent.QUESTION_ANSWERING);
        Enhancement first = enhancer.enhance(EnhancementRequest.of("Why did the harbour silt up?"));
        Enhancement next = enhancer.enhance(
                Requests.of(first.enhancedText()).directed(wish).build());
        assertThat(next.enhancedText()).startsWith(first.enhancedText());
        assertThat(texts(next)).containsExactly(text);
        assertThat(enhancer.enhance(EnhancementRequest.of(next.enhancedText())).verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void severalWishesAddUp() {
        PromptEnhancer enhancer = Engines.sureOf(Intent.QUESTION_ANSWERING);
        Enhancement one = enhancer.enhance(Requests.of("Why did the harbour silt up?")
                .directed("mention the fishermen")
                .build());
        Enhancement two = enhancer.enhance(
                Requests.of(one.enhancedText()).directed("leave out the war").build());
        assertThat(two.enhancedText()).contains("mention the fishermen").contains("leave out the war");
        Enhancement same = enhancer.enhance(
                Requests.of(two.enhancedText()).directed("leave out the war").build());
        assertThat(same.verdict()).isEqualTo(Verdict.UNCHANGED);
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
