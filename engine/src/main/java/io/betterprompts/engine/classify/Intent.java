package io.betterprompts.engine.classify;

import java.util.Locale;

/**
 * The kinds of task a prompt can ask for. The order is the order of the classifier's outputs: append, never reorder.
 */
public enum Intent {
    QUESTION_ANSWERING("Facts, explanations, impersonal how-to questions, closed questions over a passage."),
    REASONING("Maths, logic, estimation, proofs."),
    CODE_GENERATION("Write, convert, extend or refactor code."),
    PROBLEM_SOLVING("Debug, diagnose, \"my X is broken\", situational advice."),
    DATA_ANALYSIS("Questions over a table or data set, statistics."),
    SUMMARIZATION("Condense a text or a work."),
    TRANSLATION("Between natural languages."),
    REWRITING("Edit, correct, paraphrase, change the tone of or simplify a given text."),
    INFORMATION_EXTRACTION("Pull fields, entities or keywords out of a given text."),
    TEXT_CLASSIFICATION("Assign labels or categories."),
    CREATIVE_WRITING("Any original text: fiction, and also e-mails, posts, letters, documents."),
    BRAINSTORMING("Lists of ideas, names, recommendations."),
    TASK_PLANNING("Itineraries, schedules, project, study and business plans."),
    CONVERSATION("Role-play, small talk, opinions.");

    private final String meaning;

    Intent(String meaning) {
        this.meaning = meaning;
    }

    /** What prompts of this kind ask for, for people to read. */
    public String meaning() {
        return meaning;
    }

    /** The name used in rules, replies and the database, such as {@code code_generation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The intent of a {@link #label()}.
     *
     * @throws IllegalArgumentException if there is no such intent
     */
    public static Intent of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
