package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

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

    @Property(tries = 2000)
    void everyTechniqueIsUsedOrItsGateIsNamed(
            @ForAll("prompts") String text, @ForAll Intent intent, @ForAll ModelClass modelClass) {
        Enhancement result = Engines.sureOf(intent)
                .enhance(Requests.of(text).forClass(modelClass).build());
        List<String> accounted = new ArrayList<>(result.techniques());
        result.whyNot().forEach(miss -> accounted.add(miss.technique()));
        assertThat(accounted)
                .containsExactlyInAnyOrderElementsOf(
                        Engines.RULES.techniques().byId().keySet());
        assertThat(result.whyNot()).allSatisfy(miss -> assertThat(miss.reason()).isNotBlank());
    }

    @Property(tries = 2000)
    void additionsAreInTheLanguageOfThePrompt(
            @ForAll("inOneLanguage") Spoken spoken, @ForAll Intent intent, @ForAll ModelClass modelClass) {
        Enhancement result = Engines.sureOf(intent)
                .enhance(Requests.of(spoken.text()).forClass(modelClass).build());
        assertThat(result.language()).isEqualTo(spoken.language());
        assertThat(result.edits())
                .allSatisfy(edit -> assertThat(Engines.RULES.parser().language(edit.text()))
                        .as(edit.text())
                        .isIn(spoken.language(), "und"));
    }

    @Property(tries = 1000)
    void noMoreIsAddedThanAllowed(
            @ForAll("prompts") String text, @ForAll Intent intent, @ForAll @IntRange(max = 200) int most) {
        Enhancement result = Engines.sureOf(intent)
                .enhance(Requests.of(text).addingAtMost(most).build());
        assertThat(result.tokens().added()).isBetween(0, most);
        assertThat(result.tokens().enhanced()).isEqualTo(Engines.TOKENS.count(result.enhancedText()));
    }

    @Property(tries = 1000)
    void whatIsExcludedIsNotUsed(
            @ForAll("prompts") String text, @ForAll Intent intent, @ForAll("technique") String technique) {
        Enhancement result = Engines.sureOf(intent)
                .enhance(Requests.of(text).excluding(technique).build());
        assertThat(result.techniques()).doesNotContain(technique);
        assertThat(result.edits()).noneMatch(edit -> edit.technique().equals(technique));
    }

    @Property(tries = 200)
    void longPromptsKeepEveryPromise(@ForAll("prompts") String piece, @ForAll Intent intent) {
        String text = piece.repeat(EnhancementRequest.LONGEST / piece.codePointCount(0, piece.length()));
        Enhancement result = Engines.sureOf(intent).enhance(EnhancementRequest.of(text));
        assertThat(result.invariants().allHold()).as("%s", result.invariants()).isTrue();
        assertThat(result.enhancedText()).contains(text);
    }

    @Property(tries = 500)
    void halfACharacterIsRefused(
            @ForAll("prompts") String text, @ForAll @CharRange(from = '\ud800', to = '\udfff') char half) {
        assertThatThrownBy(() -> EnhancementRequest.of(text + half + " "))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.field()).isEqualTo("text"));
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

    /** A text and the language all of it is in. */
    record Spoken(String language, String text) {}

    @Provide
    Arbitrary<Spoken> inOneLanguage() {
        Map<String, List<String>> phrases = Map.ofEntries(
                Map.entry(
                        "en",
                        List.of(
                                "Write a function in Python that sorts a list",
                                "Why is the sky blue?",
                                "My app crashes with an error",
                                "Make me a plan for the next 3 weeks")),
                Map.entry(
                        "es",
                        List.of(
                                "Escribe una función en Python que ordene una lista",
                                "¿Por qué el cielo es azul?",
                                "Mi aplicación no funciona y da un error",
                                "Hazme un plan para las próximas 3 semanas")),
                Map.entry(
                        "fr",
                        List.of(
                                "Écris une fonction en Python qui trie une liste",
                                "Pourquoi le ciel est-il bleu ?",
                                "Mon application ne marche pas et donne une erreur",
                                "Fais-moi un plan pour les 3 prochaines semaines")),
                Map.entry(
                        "de",
                        List.of(
                                "Schreibe eine Funktion in Python, die eine Liste sortiert",
                                "Warum ist der Himmel blau?",
                                "Meine App stürzt mit einem Fehler ab",
                                "Mach mir einen Plan für die nächsten 3 Wochen")),
                Map.entry(
                        "pt",
                        List.of(
                                "Escreva uma função em Python que ordene uma lista",
                                "Por que o céu é azul?",
                                "Meu aplicativo não funciona e mostra um erro",
                                "Faça um plano para as próximas 3 semanas")),
                Map.entry(
                        "it",
                        List.of(
                                "Scrivi una funzione in Python che ordina una lista",
                                "Perché il cielo è blu?",
                                "La mia app non funziona e mostra un errore",
                                "Fammi un piano per le prossime 3 settimane")),
                Map.entry("zh", List.of("用Python写一个函数，给列表排序", "天空为什么是蓝色的？", "我的应用崩溃并且报错", "帮我做一个3周的计划")),
                Map.entry("ja", List.of("Pythonでリストを並べ替える関数を書いて", "なぜ空は青いのですか？", "アプリがエラーで落ちます", "3週間の計画を立ててください")),
                Map.entry("ko", List.of("파이썬으로 목록을 정렬하는 함수를 작성해 줘", "하늘은 왜 파란가요?", "앱이 오류로 꺼져요", "3주 계획을 세워 줘")),
                Map.entry(
                        "hi",
                        List.of(
                                "सूची को क्रमबद्ध करने वाला फ़ंक्शन लिखो",
                                "आसमान नीला क्यों होता है?",
                                "मेरा ऐप त्रुटि के साथ बंद हो जाता है",
                                "मेरे लिए 3 हफ़्ते की योजना बनाओ")),
                Map.entry(
                        "ar",
                        List.of(
                                "اكتب دالة ترتب قائمة",
                                "لماذا السماء زرقاء؟",
                                "تطبيقي لا يعمل ويظهر خطأ",
                                "ضع لي خطة لمدة 3 أسابيع")),
                Map.entry(
                        "ru",
                        List.of(
                                "Напиши функцию на Python, которая сортирует список",
                                "Почему небо голубое?",
                                "Моё приложение вылетает с ошибкой",
                                "Составь мне план на 3 недели")));
        return Arbitraries.of(phrases.keySet())
                .flatMap(language -> Arbitraries.of(phrases.getOrDefault(language, List.of()))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(list -> new Spoken(language, String.join("\n", list))));
    }

    @Provide
    Arbitrary<String> technique() {
        return Arbitraries.of(Engines.RULES.techniques().byId().keySet());
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
