package io.betterprompts.engine.select;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way of prompting that has a name in the literature.
 *
 * @param evidence references, arXiv numbers where there are any
 * @param finding what was read at the source, with its figures; a reference without a finding says where the idea comes from
 * @param conflicts techniques that may not stand in the same prompt; the one with the higher priority stays
 */
public record Technique(
        String id,
        String title,
        String summary,
        List<String> evidence,
        Optional<String> finding,
        Set<String> conflicts) {

    public Technique {
        evidence = List.copyOf(evidence);
        conflicts = Set.copyOf(conflicts);
    }
}
