package io.betterprompts.enhance;

import static java.util.Objects.requireNonNullElse;

import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.engine.EnhancementRequest;
import io.betterprompts.engine.InvalidRequest;
import io.betterprompts.engine.prompt.Context;
import io.betterprompts.engine.select.ModelClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /enhance}, as the contract describes it; that of {@code POST /analyze} is a part of it.
 *
 * @param historyId the group to append to; null makes a new one
 * @param save whether to store the result; null means yes
 */
record EnhanceBody(
        String text,
        @Nullable String targetModel,
        @Nullable ModelClass modelClass,
        @Nullable Set<String> preferTechniques,
        @Nullable Set<String> excludeTechniques,
        @Nullable Integer maxAddedTokens,
        @Nullable ContextBody context,
        @Nullable Map<String, String> answers,
        @Nullable UUID historyId,
        @Nullable Boolean save) {

    boolean isToBeSaved() {
        return requireNonNullElse(save, true);
    }

    /** @throws ValidationFailed if the text is none the engine takes */
    EnhancementRequest request() {
        try {
            return engineRequest();
        } catch (InvalidRequest e) {
            throw new ValidationFailed(Fault.at("/" + e.field(), e.problem()));
        }
    }

    private EnhancementRequest engineRequest() {
        return new EnhancementRequest(
                text,
                Optional.ofNullable(targetModel),
                Optional.ofNullable(modelClass),
                requireNonNullElse(preferTechniques, Set.of()),
                requireNonNullElse(excludeTechniques, Set.of()),
                maxAddedTokens == null ? OptionalInt.empty() : OptionalInt.of(maxAddedTokens),
                context == null ? Context.none() : context.context(),
                requireNonNullElse(answers, Map.of()));
    }

    /** What the caller knows and the prompt does not say. */
    record ContextBody(
            @Nullable String audience,
            @Nullable String tone,
            @Nullable String format,
            @Nullable String length,
            @Nullable String languageVersion,
            @Nullable List<Context.Example> examples,
            @Nullable List<String> fields,
            @Nullable String schema,
            @Nullable List<String> tools,
            @Nullable List<MessageBody> conversation) {

        Context context() {
            return new Context(
                    Optional.ofNullable(audience),
                    Optional.ofNullable(tone),
                    Optional.ofNullable(format),
                    Optional.ofNullable(length),
                    Optional.ofNullable(languageVersion),
                    requireNonNullElse(examples, List.of()),
                    requireNonNullElse(fields, List.of()),
                    Optional.ofNullable(schema),
                    requireNonNullElse(tools, List.of()),
                    requireNonNullElse(conversation, List.<MessageBody>of()).stream()
                            .map(MessageBody::message)
                            .toList());
        }
    }

    /** One message of the conversation so far. */
    record MessageBody(String role, String content) {

        Context.Message message() {
            return new Context.Message(role, content);
        }
    }
}
