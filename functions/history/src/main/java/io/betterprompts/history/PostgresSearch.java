package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds groups by words of their title, their prompt or one of their versions. A word counts as it is written, and in
 * English also in its other forms; the words of the title count most and those of a version least.
 */
final class PostgresSearch {

    /** Both ways to read a word, so that either one finds it. */
    private static final String QUERY =
            "(websearch_to_tsquery('simple', :words) || websearch_to_tsquery('english', :words))";

    private static final String MARKS =
            "StartSel=%s, StopSel=%s, MaxWords=24, MinWords=8".formatted(Snippet.START, Snippet.STOP);

    private final JdbcClient db;

    PostgresSearch(JdbcClient db) {
        this.db = db;
    }

    /** The best first. The texts of a page alone are read for their snippets. */
    List<PromptGroup.Found> best(UserId user, String words, Filter filter, PageRequest<RankedKey> page) {
        Filter.Where where = filter.where();
        RankedKey after = page.after().orElse(RankedKey.FIRST);
        return db.sql(SQL.replace("{filter}", where.sql()))
                .params(where.values())
                .params(Map.of(
                        "user", user.value(),
                        "words", words,
                        "marks", MARKS,
                        "start", String.valueOf(Snippet.START),
                        "signs", "<" + Snippet.START + Snippet.STOP,
                        "less", String.valueOf(Snippet.LESS),
                        "rank", after.rank(),
                        "after", after.id(),
                        "rows", page.rows()))
                .query((row, number) -> new PromptGroup.Found(
                        PostgresPromptGroups.summary(row), Snippet.of(row.getString("snippet")), row.getFloat("rank")))
                .list();
    }

    private static final String SQL = """
        with hits as (
            select h.id as group_id, cast(null as uuid) as version_id, ts_rank(h.search, {query}) as rank
            from prompts.history h
            where h.user_id = :user and h.search @@ {query}
            union all
            select v.history_id, v.id, ts_rank(v.search, {query})
            from prompts.versions v
            where v.user_id = :user and v.search @@ {query}),
        ranked as (
            select distinct on (group_id) group_id, version_id, rank
            from hits
            order by group_id, rank desc, version_id desc nulls first),
        page as materialized (
            select {columns}, left(h.original_prompt, 200) as preview, r.rank, r.version_id, h.original_prompt
            from ranked r join prompts.history h on h.id = r.group_id
            where h.user_id = :user and {filter} and (r.rank, h.id) < (cast(:rank as real), cast(:after as uuid))
            order by r.rank desc, h.id desc
            limit :rows)
        select h.*, case
            when strpos(stemmed.marked, :start) > 0 then stemmed.marked
            else ts_headline('simple', found.text, {query}, :marks) end as snippet
        from page h
        left join prompts.versions v on v.id = h.version_id
        cross join lateral (
            select translate(
                coalesce(v.optimized_prompt, h.title || chr(10) || h.original_prompt), :signs, :less) as text) found
        cross join lateral (select ts_headline('english', found.text, {query}, :marks) as marked) stemmed
        order by h.rank desc, h.id desc
        """.replace("{query}", QUERY).replace("{columns}", PostgresPromptGroups.COLUMNS);
}
