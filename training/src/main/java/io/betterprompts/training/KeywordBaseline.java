package io.betterprompts.training;

import io.betterprompts.engine.classify.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;

/** What a list of English key words achieves; the classifier has to be clearly better to be worth its weight. */
final class KeywordBaseline {

    /** In order: the first that is found wins. */
    private static final List<Entry<Intent, Pattern>> RULES = List.of(
            rule(Intent.TRANSLATION, "translat\\w*|in (french|german|spanish|italian|japanese|chinese|english)"),
            rule(Intent.SUMMARIZATION, "summar\\w*|tl;?dr|key points|condense|recap|gist"),
            rule(
                    Intent.REWRITING,
                    "rewrite|rephrase|paraphrase|proofread|reword|correct the|improve (this|the|my)|edit"),
            rule(Intent.INFORMATION_EXTRACTION, "extract|find all|list all|pull out|entities|keywords|identify the"),
            rule(Intent.TEXT_CLASSIFICATION, "classif\\w*|categori[sz]e|sentiment|label|positive or negative|spam"),
            rule(Intent.CODE_GENERATION, "code|function|python|java|javascript|sql|regex|script|html|css|implement"),
            rule(Intent.DATA_ANALYSIS, "data ?set|table|csv|average|median|trend|correlation|statistic\\w*|chart"),
            rule(Intent.PROBLEM_SOLVING, "error|bug|fix|debug|broken|not working|doesn't work|won't|issue|problem"),
            rule(Intent.TASK_PLANNING, "plan|itinerary|schedule|roadmap|checklist|agenda|timeline"),
            rule(Intent.BRAINSTORMING, "ideas?|brainstorm|suggest\\w*|names for|recommend\\w*|options"),
            rule(Intent.CREATIVE_WRITING, "story|poem|song|lyrics|essay|letter|e-?mail|blog|article|speech|write"),
            rule(Intent.REASONING, "calculate|solve|prove|how many|how much|probability|equation|puzzle|riddle"),
            rule(Intent.CONVERSATION, "hello|hi|hey|pretend|role-?play|act as|thanks|thank you|you are|how are you"));

    private KeywordBaseline() {}

    private static Entry<Intent, Pattern> rule(Intent intent, String words) {
        return Map.entry(intent, Pattern.compile("\\b(" + words + ")\\b"));
    }

    static Intent guess(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.getValue().matcher(lower).find())
                .map(Entry::getKey)
                .findFirst()
                .orElse(Intent.QUESTION_ANSWERING);
    }
}
