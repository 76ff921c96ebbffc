package io.betterprompts.engine.lint;

import java.util.HashMap;
import java.util.Map;

/** The check behind each rule of {@code lint.yaml}. */
final class Checks {

    private Checks() {}

    static Map<String, Check> byRule() {
        Map<String, Check> checks = new HashMap<>();
        checks.put("vague_quantity", Check.cue("vague_quantity"));
        checks.put("vague_quality", Check.cue("vague_quality"));
        checks.put("vague_time", Check.cue("vague_time"));
        checks.put("open_list", Check.cue("open_list"));
        checks.put("contradictory_length", Check.both("contra_short", "contra_long"));
        checks.put("contradictory_tone", Check.both("contra_formal", "contra_casual"));
        checks.put("negative_instructions", Check.many("negation", 3));
        checks.put("several_tasks", WordChecks::severalTasks);
        checks.put("pronoun_start", WordChecks::pronounStart);
        checks.put("all_caps", WordChecks::allCaps);
        checks.put("long_sentence", WordChecks::longSentence);
        checks.put("repeated_sentence", WordChecks::repeatedSentence);
        checks.put("mixed_languages", WordChecks::mixedLanguages);
        checks.put("unresolved_reference", StructureChecks::unresolvedReference);
        checks.put("undelimited_data", StructureChecks::undelimitedData);
        checks.put("instruction_after_data", StructureChecks::instructionAfterData);
        checks.put("injected_instruction", StructureChecks::injectedInstruction);
        checks.put("no_output_format", StructureChecks::noOutputFormat);
        checks.put("unclosed_fence", StructureChecks::unclosedFence);
        checks.put("dangling_end", StructureChecks::danglingEnd);
        checks.put("truncation_risk", StructureChecks::truncationRisk);
        checks.put("ambiguous_date", StructureChecks::ambiguousDate);
        checks.put("hidden_characters", StructureChecks::hiddenCharacters);
        checks.put("unfilled_placeholder", PlaceholderChecks::unfilled);
        checks.put("mixed_placeholders", PlaceholderChecks::mixed);
        checks.put("inconsistent_placeholder", PlaceholderChecks::inconsistent);
        checks.put("broken_placeholder", PlaceholderChecks::broken);
        checks.put("secret", PrivacyChecks::secrets);
        checks.put("personal_data", PrivacyChecks::personalData);
        return Map.copyOf(checks);
    }
}
