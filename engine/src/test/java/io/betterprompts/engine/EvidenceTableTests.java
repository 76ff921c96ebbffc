package io.betterprompts.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.betterprompts.engine.classify.Intent;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the evidence demands and forbids for each intent and class of model; see docs/engine.md. */
class EvidenceTableTests {

    @ParameterizedTest(name = "{0} on a {1} model")
    @CsvSource(delimiter = '|', textBlock = """
            REASONING              | STANDARD  | chain_of_thought output_contract self_consistency | role_play few_shot react zero_shot structured_output
            REASONING              | SMALL     | chain_of_thought output_contract self_consistency | role_play few_shot react zero_shot structured_output
            REASONING              | REASONING | zero_shot output_contract                          | role_play few_shot react chain_of_thought step_by_step self_consistency structured_output
            CODE_GENERATION        | STANDARD  | constraints output_contract                        | structured_output react role_play chain_of_thought
            CODE_GENERATION        | SMALL     | constraints output_contract                        | structured_output react role_play chain_of_thought
            CODE_GENERATION        | REASONING | constraints output_contract                        | structured_output react role_play chain_of_thought few_shot
            PROBLEM_SOLVING        | STANDARD  | output_contract step_by_step                       | role_play chain_of_thought structured_output
            PROBLEM_SOLVING        | SMALL     | output_contract step_by_step                       | role_play chain_of_thought structured_output
            PROBLEM_SOLVING        | REASONING | output_contract                                    | role_play chain_of_thought structured_output step_by_step
            DATA_ANALYSIS          | STANDARD  | output_contract constraints                        | role_play chain_of_thought structured_output
            DATA_ANALYSIS          | SMALL     | output_contract constraints                        | role_play chain_of_thought structured_output
            DATA_ANALYSIS          | REASONING | output_contract constraints                        | role_play chain_of_thought few_shot structured_output
            QUESTION_ANSWERING     | STANDARD  | audience_and_depth                                 | role_play chain_of_thought few_shot react
            QUESTION_ANSWERING     | SMALL     | audience_and_depth                                 | role_play chain_of_thought few_shot react
            QUESTION_ANSWERING     | REASONING | audience_and_depth                                 | role_play chain_of_thought few_shot react
            SUMMARIZATION          | STANDARD  | grounding delimiters                               | role_play chain_of_thought few_shot structured_output
            SUMMARIZATION          | SMALL     | grounding delimiters                               | role_play chain_of_thought few_shot structured_output
            SUMMARIZATION          | REASONING | grounding delimiters                               | role_play chain_of_thought few_shot structured_output
            TRANSLATION            | STANDARD  | audience_and_depth output_contract                 | role_play chain_of_thought structured_output
            TRANSLATION            | SMALL     | audience_and_depth output_contract                 | role_play chain_of_thought structured_output
            TRANSLATION            | REASONING | audience_and_depth output_contract                 | role_play chain_of_thought structured_output
            REWRITING              | STANDARD  | constraints output_contract                        | role_play chain_of_thought structured_output
            REWRITING              | SMALL     | constraints output_contract                        | role_play chain_of_thought structured_output
            REWRITING              | REASONING | constraints output_contract                        | role_play chain_of_thought structured_output few_shot
            INFORMATION_EXTRACTION | STANDARD  | structured_output grounding                        | role_play chain_of_thought
            INFORMATION_EXTRACTION | SMALL     | structured_output grounding                        | role_play chain_of_thought
            INFORMATION_EXTRACTION | REASONING | structured_output                                  | role_play chain_of_thought few_shot
            TEXT_CLASSIFICATION    | STANDARD  | constraints output_contract                        | role_play chain_of_thought
            TEXT_CLASSIFICATION    | SMALL     | constraints output_contract                        | role_play chain_of_thought
            TEXT_CLASSIFICATION    | REASONING | constraints                                        | role_play chain_of_thought few_shot
            CREATIVE_WRITING       | STANDARD  | constraints                                        | chain_of_thought structured_output react
            CREATIVE_WRITING       | SMALL     | constraints                                        | chain_of_thought structured_output react
            CREATIVE_WRITING       | REASONING | constraints                                        | chain_of_thought structured_output react few_shot
            BRAINSTORMING          | STANDARD  | constraints tree_of_thoughts                       | chain_of_thought react role_play
            BRAINSTORMING          | SMALL     | constraints tree_of_thoughts                       | chain_of_thought react role_play
            BRAINSTORMING          | REASONING | constraints tree_of_thoughts                       | chain_of_thought react role_play
            TASK_PLANNING          | STANDARD  | output_contract constraints                        | react chain_of_thought role_play
            TASK_PLANNING          | SMALL     | output_contract constraints                        | react chain_of_thought role_play
            TASK_PLANNING          | REASONING | output_contract constraints                        | react chain_of_thought role_play
            """)
    void demandsAndForbids(Intent intent, ModelClass modelClass, String demanded, String forbidden) {
        PromptEnhancer enhancer = Engines.sureOf(intent);
        Context context = Context.none();
        if (intent == Intent.INFORMATION_EXTRACTION || intent == Intent.TEXT_CLASSIFICATION) {
            context = context.withFields(List.of("date", "place"));
        }
        assertThat(enhancer.enhance(Requests.of(typical(intent))
                                .forClass(modelClass)
                                .in(context)
                                .build())
                        .techniques())
                .contains(demanded.split(" "));
        List<String> never = new ArrayList<>(Arrays.asList(forbidden.split(" ")));
        Enhancement pushed = enhancer.enhance(Requests.of(typical(intent))
                .forClass(modelClass)
                .preferring(never.toArray(String[]::new))
                .in(context)
                .build());
        assertThat(pushed.techniques()).as("even when preferred").doesNotContainAnyElementsOf(never);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD", "SMALL", "REASONING"})
    void conversationGetsNothingEvenWhenAllIsPreferred(ModelClass modelClass) {
        String[] all = Engines.RULES.techniques().byId().keySet().toArray(String[]::new);
        Enhancement pushed = Engines.sureOf(Intent.CONVERSATION)
                .enhance(Requests.of(typical(Intent.CONVERSATION))
                        .forClass(modelClass)
                        .preferring(all)
                        .build());
        assertThat(pushed.techniques()).isEmpty();
        assertThat(pushed.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    private static String typical(Intent intent) {
        return switch (intent) {
            case QUESTION_ANSWERING -> "Why did the Roman Empire fall?";
            case REASONING -> "If 3 pumps empty a pool in 8 hours, how many pumps empty it in 2 hours?";
            case CODE_GENERATION -> "Write a Java method that removes duplicates from a list of strings.";
            case PROBLEM_SOLVING -> "My washing machine stopped working in the middle of a cycle.";
            case DATA_ANALYSIS ->
                "Which region grew fastest?\n| region | 2024 | 2025 |\n|---|---|---|\n| north | 10 | 14 |";
            case SUMMARIZATION ->
                "Summarize this report:\n\nThe harbour handled more ships than in any year before.\nMost were small.";
            case TRANSLATION -> "Translate this into German: The meeting has been moved to Friday.";
            case REWRITING -> "Make this e-mail more polite: send me the file now";
            case INFORMATION_EXTRACTION ->
                "Extract the date and place of each event from this article: The fair opens in Ulm on 3 May.";
            case TEXT_CLASSIFICATION -> "Classify this ticket: my parcel never came";
            case CREATIVE_WRITING -> "Write a short story about a lighthouse keeper.";
            case BRAINSTORMING -> "Give me ideas for a cheap birthday party.";
            case TASK_PLANNING -> "Make me a study plan for the next 6 weeks.";
            case CONVERSATION -> "hi there, I had a rough day";
        };
    }
}
