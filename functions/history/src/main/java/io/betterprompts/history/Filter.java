package io.betterprompts.history;

import io.betterprompts.common.http.Request;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.text.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups a list holds: those that satisfy each of the conditions given.
 *
 * @param technique of an edit in one of the group's versions
 * @param model the name or id of a model in one of the group's versions
 * @param deletedSince for the deleted groups instead of the others, and no older than this
 */
record Filter(
        Optional<String> intent,
        Optional<String> technique,
        Optional<String> tag,
        Optional<Boolean> favourite,
        Optional<String> status,
        Optional<String> model,
        Optional<OffsetDateTime> createdFrom,
        Optional<OffsetDateTime> createdBefore,
        Optional<Instant> deletedSince) {

    /**
     * Reads it from the query.
     *
     * @param undeletable since when a deleted group can be brought back
     */
    static Filter of(Request request, Instant undeletable) {
        return new Filter(
                request.parameter("intent"),
                request.parameter("technique"),
                request.parameter("tag").map(Tags::normal),
                request.parameter("favourite").map(Boolean::valueOf),
                request.parameter("status"),
                request.parameter("model"),
                time(request, "created_from"),
                time(request, "created_before"),
                request.parameter("deleted").filter(Boolean::parseBoolean).map(yes -> undeletable));
    }

    private static Optional<OffsetDateTime> time(Request request, String name) {
        try {
            return request.parameter(name).map(OffsetDateTime::parse);
        } catch (DateTimeException e) {
            throw new ValidationFailed(
                    Fault.of(name, "is not a time that exists; write it such as 2026-11-22T10:15:30Z"));
        }
    }

    /** As conditions on {@code prompts.history h} of a {@code :user}, of what is asked for alone: the plan then uses what index there is. */
    Where where() {
        Where where = new Where(new ArrayList<>(), new HashMap<>());
        where.add("h.deleted_at is null", deletedSince.isEmpty());
        deletedSince.ifPresent(
                at -> where.add("h.deleted_at > :deleted_since", "deleted_since", at.atOffset(ZoneOffset.UTC)));
        intent.ifPresent(value -> where.add("h.intent = :intent", "intent", value));
        tag.ifPresent(value -> where.add(":tag = any (h.tags)", "tag", value));
        favourite.ifPresent(value -> where.add("h.favourite = :favourite", "favourite", value));
        status.ifPresent(value -> where.add("h.status = :status", "status", value));
        technique.ifPresent(value ->
                where.add("""
                    exists (
                        select from prompts.versions v
                        where v.history_id = h.id and v.user_id = :user and v.edits @> cast(:technique as jsonb))
                    """, "technique", Json.mapper().writeValueAsString(List.of(Map.of("technique", value)))));
        model.ifPresent(value -> where.add("""
            exists (
                select from prompts.versions v
                where v.history_id = h.id and v.user_id = :user and (v.model_name = :model or v.model_id = :model))
            """, "model", value));
        createdFrom.ifPresent(value -> where.add("h.created_at >= :created_from", "created_from", value));
        createdBefore.ifPresent(value -> where.add("h.created_at < :created_before", "created_before", value));
        return where;
    }

    /** Conditions and the values of their parameters. */
    record Where(List<String> conditions, Map<String, Object> values) {

        String sql() {
            return String.join("\nand ", conditions);
        }

        private void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        private void add(String condition, boolean wanted) {
            if (wanted) {
                conditions.add(condition);
            }
        }
    }
}
