package io.betterprompts.history;

import io.betterprompts.common.http.Request;
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

    /** All of it, as conditions on {@code prompts.history h}. */
    Where where() {
        return bounds().and(facets());
    }

    /** What is a part of the list of newest groups: those that exist, between two times. */
    Where bounds() {
        Where where = new Where();
        where.add("h.deleted_at is null", deletedSince.isEmpty());
        deletedSince.ifPresent(
                at -> where.add("h.deleted_at > :deleted_since", "deleted_since", at.atOffset(ZoneOffset.UTC)));
        createdFrom.ifPresent(value -> where.add("h.created_at >= :created_from", "created_from", value));
        createdBefore.ifPresent(value -> where.add("h.created_at < :created_before", "created_before", value));
        return where;
    }

    /** What picks groups anywhere in that list, of what is asked for alone: the plan then uses what index there is. */
    Where facets() {
        Where where = new Where();
        intent.ifPresent(value -> where.add("h.intent = :intent", "intent", value));
        tag.ifPresent(value -> where.add("h.tags @> array[cast(:tag as text)]", "tag", value));
        where.add("h.favourite", favourite.orElse(false));
        where.add("not h.favourite", !favourite.orElse(true));
        status.ifPresent(value -> where.add("h.status = :status", "status", value));
        technique.ifPresent(value -> where.add("h.techniques @> array[cast(:technique as text)]", "technique", value));
        model.ifPresent(value -> where.add("h.models @> array[cast(:model as text)]", "model", value));
        return where;
    }

    /** Conditions and the values of their parameters. */
    record Where(List<String> conditions, Map<String, Object> values) {

        private Where() {
            this(new ArrayList<>(), new HashMap<>());
        }

        String sql() {
            return conditions.isEmpty() ? "true" : String.join("\nand ", conditions);
        }

        private Where and(Where other) {
            conditions.addAll(other.conditions);
            values.putAll(other.values);
            return this;
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
