package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The invariants over prompts nobody would write, and some that people do. */
class EnhancementProperties {

    @Property(tries = 5000)
    void invariantsHold(@ForAll("prompts") String text, @ForAll Intent intent, @ForAll ModelClass modelClass) {
        Enhancement result = Engines.sureOf(intent)
                .enhance(Requests.of(text).forClass(modelClass).build());
        assertThat(result.invariants().allHold()).as("%s", result.invariants()).isTrue();
        int at = result.enhancedText().indexOf(text);
        assertThat(at).isNotNegative();
        assertThat(result.enhancedText().indexOf(text, at + 1)).isNegative();
        assertThat(result.tokens().added())
                .isLessThanOrEqualTo(
                        Engines.RULES.techniques().budget(modelClass).tokens());
    }

    @Property(tries = 1000)
    void preferencesAndWishesChangeNoneOfThis(
            @ForAll("prompts") String text, @ForAll Intent intent, @ForAll("wishes") String wish) {
        String[] all = Engines.RULES.techniques().byId().keySet().toArray(String[]::new);
        PromptEnhancer enhancer = Engines.sureOf(intent);
        Requests request = Requests.of(text).preferring(all).directed(wish).in(Context.of(Map.of("audience", wish)));
        Enhancement once = enhancer.enhance(request.build());
        assertThat(once.invariants().allHold()).isTrue();
        Enhancement twice = enhancer.enhance(Requests.of(once.enhancedText())
                .preferring(all)
                .directed(wish)
                .in(Context.of(Map.of("audience", wish)))
                .build());
        assertThat(twice.enhancedText()).isEqualTo(once.enhancedText());
    }

    @Property(tries = 5000)
    void enhancingTwiceAddsNothing(
            @ForAll("prompts") String text, @ForAll Intent intent, @ForAll ModelClass modelClass) {
        PromptEnhancer enhancer = Engines.sureOf(intent);
        Enhancement once =
                enhancer.enhance(Requests.of(text).forClass(modelClass).build());
        Enhancement twice = enhancer.enhance(
                Requests.of(once.enhancedText()).forClass(modelClass).build());
        assertThat(twice.enhancedText()).isEqualTo(once.enhancedText());
        assertThat(twice.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Provide
    Arbitrary<String> prompts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, phrases()),
                net.jqwik.api.Tuple.of(3, structures()),
                net.jqwik.api.Tuple.of(2, anyUnicode()));
        Arbitrary<String> gaps = Arbitraries.of(" ", " ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\t", ": ", ". ");
        return net.jqwik.api.Combinators.combine(pieces.list().ofMinSize(1).ofMaxSize(12), gaps)
                .as((list, gap) -> String.join(gap, list))
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<String> wishes() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "shorter", "for my boss", "in French", "als Tabelle", "x", "one\ntwo", "end with a dot."),
                anyUnicode().filter(wish -> !wish.isBlank()));
    }

    private static Arbitrary<String> phrases() {
        return Arbitraries.of(
                "write a python function",
                "that sorts a list of strings",
                "Summarize this article",
                "translate this into French",
                "How many apples are 12 times 3 = ?",
                "why is the sky blue?",
                "Make this more formal",
                "my app crashes with an error",
                "plan the next 3 weeks",
                "give me ideas for names",
                "Write a story about a dog",
                "extract all dates from the report",
                "should i take the cheap option",
                "in 3 bullets",
                "step by step",
                "Use this tone: warm.",
                "Give only the French text, without notes.",
                "Answer from the article alone, and say so if the answer is not there.",
                "Follow the pattern of these examples of mine:",
                "Fasse diesen Artikel zusammen",
                "Warum ist der Himmel blau?",
                "Écris une fonction qui trie une liste",
                "¿Cuántas manzanas son 3 por 12?",
                "Riscrivi questo messaggio in tono formale",
                "Faça um plano de estudos para 6 semanas",
                "请总结这篇文章",
                "用Python写一个函数",
                "この記事を要約してください",
                "이 기사를 요약해 주세요",
                "इस लेख का सारांश दें",
                "لخص هذا المقال",
                "Кратко изложи эту статью",
                "Give only the finished text, without comments on the changes.",
                "请只使用这篇文章里的内容，不要添加别处的东西。");
    }

    private static Arbitrary<String> structures() {
        return Arbitraries.of(
                "{{name}}",
                "${amount}",
                "{x}",
                "%s",
                "<topic>",
                "[your company]",
                "```\ncode ``` here\n```",
                "````\n```\nnested\n```\n````",
                "```java\nnever closed",
                "`inline`",
                "https://example.org/a?b=c#d",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "- one\n- two\n- three",
                "> quoted",
                "“said”",
                "\"unclosed",
                "<text>body</text>");
    }

    private static Arbitrary<String> anyUnicode() {
        Arbitrary<Integer> codePoints = Arbitraries.integers()
                .between(0x20, 0x10FFFF)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
        Arbitrary<Integer> awkward =
                Arbitraries.of(0x202E, 0x2066, 0x0301, 0x200D, 0xFEFF, 0x1F469, 0x0A, 0x0D, 0x09, 0x85, 0x2028);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, codePoints), net.jqwik.api.Tuple.of(1, awkward))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(list -> list.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .map(StringBuilder::toString);
    }
}
