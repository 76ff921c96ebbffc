package io.betterprompts.engine.generate;

import io.betterprompts.engine.prompt.Context;
import java.util.Map;

/**
 * What the user told besides the prompt.
 *
 * @param values answers and directions, by the names texts use for them
 */
public record Told(Context context, Map<String, String> values) {

    public Told {
        values = Map.copyOf(values);
    }
}
