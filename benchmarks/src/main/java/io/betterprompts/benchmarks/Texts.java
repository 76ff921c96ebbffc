package io.betterprompts.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prompts of a given length, made of what prompts are made of. */
final class Texts {

    private static final String INSTRUCTION =
            "Summarize this report for {{reader}} in 5 bullet points, and keep names and dates:\n\n";
    private static final String BODY = """
            The harbour handled 4,512 ships in 2025, 12% more than in the year before. Most of them were small, and 31 stayed for
            longer than a week because of the storm of 3 May. The port authority counted them at https://example.org/port?year=2025
            and wrote: "We will need a second crane by 2027." Repairs took 45 minutes on average.

            - north quay: 1,204 ships, `berth_7` closed
            - south quay: 3,308 ships, {open} all year

            | quay | ships | tons |
            |---|---|---|
            | north | 1204 | 18,300 |

            """;

    private static final List<String> QUESTION =
            List.of("why do the ships in the old harbour wait so long for a boat when it rains".split(" "));

    private Texts() {}

    /** A request to summarize a report, of so many characters. */
    static String report(int length) {
        String text = INSTRUCTION + BODY.repeat(length / BODY.length() + 1);
        return text.substring(0, length);
    }

    /** A question of so many words. */
    static String words(int count) {
        return Stream.generate(() -> QUESTION)
                .flatMap(List::stream)
                .limit(count)
                .collect(Collectors.joining(" "));
    }
}
