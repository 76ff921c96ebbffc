package io.betterprompts.engine.classify;

import java.util.Locale;

/**
 * The kinds of task a prompt can ask for. The order is the order of the classifier's outputs: append, never reorder.
 */
public enum Intent {
    /** Facts, explanations, impersonal how-to questions, closed questions over a passage. */
    QUESTION_ANSWERING,
    /** Maths, logic, estimation, proofs. */
    REASONING,
    /** Write, convert, extend or refactor code. */
    CODE_GENERATION,
    /** Debug, diagnose, "my X is broken", situational advice. */
    PROBLEM_SOLVING,
    /** Questions over a table or data set, statistics. */
    DATA_ANALYSIS,
    /** Condense a text or a work. */
    SUMMARIZATION,
    /** Between natural languages. */
    TRANSLATION,
    /** Edit, correct, paraphrase, change the tone of or simplify a given text. */
    REWRITING,
    /** Pull fields, entities or keywords out of a given text. */
    INFORMATION_EXTRACTION,
    /** Assign labels or categories. */
    TEXT_CLASSIFICATION,
    /** Any original text: fiction, and also e-mails, posts, letters, documents. */
    CREATIVE_WRITING,
    /** Lists of ideas, names, recommendations. */
    BRAINSTORMING,
    /** Itineraries, schedules, project, study and business plans. */
    TASK_PLANNING,
    /** Role-play, small talk, opinions. */
    CONVERSATION;

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
