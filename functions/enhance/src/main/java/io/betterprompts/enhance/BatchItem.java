package io.betterprompts.enhance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.betterprompts.common.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one prompt of a batch: a result, or a problem whose pointers are those of the item.
 *
 * @param status as the prompt alone would have got
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchItem(
        int status, @Nullable JsonNode result, @Nullable Problem problem) {

    static BatchItem of(Outcome outcome) {
        return new BatchItem(200, outcome.reply(), null);
    }

    static BatchItem of(Problem problem) {
        return new BatchItem(problem.status(), null, problem);
    }
}
