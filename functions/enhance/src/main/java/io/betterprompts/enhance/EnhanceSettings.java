package io.betterprompts.enhance;

import io.betterprompts.common.http.Cors;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * How a deployment sets the function up.
 *
 * @param anonymous whether those who do not say who they are may enhance and analyse ({@code ANONYMOUS_ENHANCE}); no by default
 * @param overlay where the deployment's own rules are ({@code RULES_OVERLAY}), a file or {@code classpath:} and a resource
 * @param origins whose pages may call the tools for language models ({@code CORS_ORIGINS}); nobody's by default
 */
record EnhanceSettings(boolean anonymous, Optional<String> overlay, Cors origins) {

    static EnhanceSettings from(Environment environment) {
        return new EnhanceSettings(
                flag(environment.getProperty("ANONYMOUS_ENHANCE", "false")),
                Optional.ofNullable(environment.getProperty("RULES_OVERLAY")).filter(text -> !text.isBlank()),
                Cors.parse(environment.getProperty("CORS_ORIGINS", "")));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("ANONYMOUS_ENHANCE must be true or false, not " + text);
        };
    }
}
