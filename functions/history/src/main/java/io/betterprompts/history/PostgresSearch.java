package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.history.SearchScope.Between;
import io.betterprompts.history.SearchScope.Everything;
import io.betterprompts.history.SearchScope.Few;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds groups by words of their title, their prompt and their versions. A word counts as it is written, and in English also in
 * its other forms; the words of the title count most and those of a version least.
 *
 * <p>A rank takes a look at the row, so words that stand in very many prompts are looked for in the newest ones alone.
 */
final class PostgresSearch {

    /** How many of the newest groups to look at first, and how many times that before all of them are looked at. */
    private static final int NEWEST = 300;

    private static final int TIMES_AT_MOST = 60;

    /** As many of the newest groups are worth ranking without a look at the older ones. */
    private static final int ENOUGH = 40;

    private static final String MARKS =
            "StartSel=%s, StopSel=%s, MaxWords=24, MinWords=8".formatted(Snippet.START, Snippet.STOP);

    private final JdbcClient db;

    PostgresSearch(JdbcClient db) {
        this.db = db;
    }

    /** The best first. The texts of a page alone are read for their snippets. */
    List<PromptGroup.Found> best(UserId user, String words, Filter filter, PageRequest<RankedKey> page) {
        Asked asked = new Asked(user, query(words), filter, page);
        return page.after()
                .map(key -> search(asked, key.scope()))
                .orElseGet(() -> first(asked))
                .groups();
    }

    private Ranked first(Asked asked) {
        return asked.filter().deletedSince().isPresent()
                ? search(asked, new Everything())
                : Stretch.newest(db, asked.user(), asked.filter(), NEWEST)
                        .map(newest -> among(newest, asked))
                        .orElse(Ranked.NONE);
    }

    /**
     * Looks at as many groups as it takes to find enough, by what has been found in few of them. Words and other conditions of
     * which few groups have all are found among all groups as soon as in a part.
     */
    private Ranked among(Stretch newest, Asked asked) {
        Ranked found = search(asked, newest.groups());
        if (newest.all() || found.total() >= ENOUGH) {
            return found;
        }
        if (found.total() == 0 && !asked.filter().facets().conditions().isEmpty()) {
            return search(asked, new Everything());
        }
        int times = Math.min(TIMES_AT_MOST, 2 * ENOUGH / Math.max(1, found.total()));
        Ranked more = search(asked, newest.times(times));
        return more.total() >= asked.page().rows() ? more : search(asked, new Everything());
    }

    private Query query(String words) {
        return db.sql("""
            select query, prompts.runs(:words) as runs,
                case
                    when strpos(cast(query as text), ' <') = 0 or querytree(query) in ('', 'T') then query
                    else cast(regexp_replace(querytree(query), ' <(-|[0-9]+)> ', ' & ', 'g') as tsquery) end as words
            from prompts.asked(:words) as query
            """)
                .param("words", words)
                .query((row, number) ->
                        new Query(row.getString("query"), row.getString("words"), row.getString("runs")))
                .single();
    }

    /**
     * What to look for, as PostgreSQL writes it.
     *
     * @param words the same without the order in which words of a phrase stand, for what knows which words there are
     * @param runs in scripts without spaces, as it stands in a text
     */
    private record Query(String text, String words, String runs) {
        boolean hasPhrases() {
            return !text.equals(words);
        }
    }

    private record Asked(UserId user, Query query, Filter filter, PageRequest<RankedKey> page) {}

    /** A page, and of the first page how many groups there are before it is cut off. */
    private record Ranked(List<PromptGroup.Found> groups, int total) {
        static final Ranked NONE = new Ranked(List.of(), 0);
    }

    /**
     * Of the groups between two, as the index knows them: from the newest group to the newest one of the stretch before, and
     * so on, which is a few steps where the groups may be thousands.
     */
    private String[] stretches(UserId user, Between ids) {
        return db.sql("""
            with recursive newest as (
                (select id from prompts.history
                where user_id = :user and deleted_at is null and id between :oldest and :newest
                order by id desc limit 1)
                union all
                select (
                    select h.id from prompts.history h
                    where h.user_id = :user and h.deleted_at is null and h.id >= :oldest
                        and h.id < cast(left(n.id::text, 5) || '000-0000-0000-0000-000000000000' as uuid)
                    order by h.id desc limit 1)
                from newest n where n.id is not null)
            select (prompts.stretch(:user, id))[1] from newest where id is not null
            """)
                .param("user", user.value())
                .param("oldest", ids.oldest())
                .param("newest", ids.newest())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Where "is true" keeps indexes out of it that have more to read than the one that is left. */
    private Ranked search(Asked asked, SearchScope scope) {
        return switch (scope) {
            case Everything all ->
                search(asked, all, "h.user_id = :user and h.search @@ {words} and {bounds} and {facets}", Map.of());
            case Few few ->
                search(
                        asked,
                        few,
                        "h.user_id = :user and {bounds} and (h.created_at, h.id) <= (:newest_at, :newest)"
                                + " and (h.created_at, h.id) >= (:oldest_at, :oldest)"
                                + " and (h.search @@ {words} and {facets}) is true",
                        Map.of(
                                "newest_at", few.newest().createdAt().atOffset(ZoneOffset.UTC),
                                "newest", few.newest().id(),
                                "oldest_at", few.oldest().createdAt().atOffset(ZoneOffset.UTC),
                                "oldest", few.oldest().id()));
            case Between ids ->
                search(
                        asked,
                        ids,
                        "prompts.stretch(h.user_id, h.id) && cast(:stretches as text[]) and h.search @@ {words}"
                                + " and {facets} and ({bounds} and h.user_id = :user) is true",
                        Map.of("stretches", stretches(asked.user(), ids)));
        };
    }

    private Ranked search(Asked asked, SearchScope scope, String within, Map<String, Object> values) {
        Filter filter = asked.filter();
        String phrases = asked.query().hasPhrases() ? PHRASES : "true";
        int[] total = {0};
        List<PromptGroup.Found> groups = db.sql(SQL.replace("{within}", within)
                        .replace("{bounds}", filter.bounds().sql())
                        .replace("{facets}", filter.facets().sql())
                        .replace("{phrases}", phrases)
                        .replace("{words}", "cast(:words as tsquery)")
                        .replace("{query}", "cast(:query as tsquery)"))
                .params(filter.where().values())
                .params(values)
                .params(parameters(asked))
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return found(
                            PostgresPromptGroups.summary(row), row.getString("snippet"), row.getFloat("rank"), scope);
                })
                .list();
        return new Ranked(groups, total[0]);
    }

    private static Map<String, Object> parameters(Asked asked) {
        Map<String, Object> values = new HashMap<>();
        values.put("user", asked.user().value());
        values.put("query", asked.query().text());
        values.put("words", asked.query().words());
        values.put("first", asked.query().runs().split(" ", -1)[0]);
        values.put("one_of", asked.query().runs().replace(' ', '|'));
        values.put("marks", MARKS);
        values.put("start", String.valueOf(Snippet.START));
        values.put("stop", String.valueOf(Snippet.STOP));
        values.put("signs", "<" + Snippet.START + Snippet.STOP);
        values.put("less", String.valueOf(Snippet.LESS));
        values.put("rank", asked.page().after().map(RankedKey::rank).orElse(Float.POSITIVE_INFINITY));
        values.put("after", asked.page().after().map(RankedKey::id).orElse(new UUID(-1, -1)));
        values.put("rows", asked.page().rows());
        return values;
    }

    private static PromptGroup.Found found(PromptGroup.Summary summary, String marked, float rank, SearchScope scope) {
        return new PromptGroup.Found(
                summary, Snippet.of(marked), new RankedKey(rank, summary.group().id(), scope));
    }

    /** A group knows where its own words stand, and of those of its versions no more than which they are. */
    private static final String PHRASES = """
        (h.search @@ {query} or exists (
            select from prompts.versions v
            where v.history_id = h.id and v.user_id = :user and v.search @@ {query}))""";

    /** Without "offset 0" what is read several times is computed several times. */
    private static final String SQL = """
        with hits as materialized (
            select h.id, ts_rank(h.search, {query}) as rank
            from prompts.history h
            where {within} and {phrases}),
        best as (
            select id, rank, count(*) over () as total
            from hits
            where (rank, id) < (cast(:rank as real), cast(:after as uuid))
            order by rank desc, id desc
            limit :rows),
        page as materialized (
            select {columns}, left(h.original_prompt, 200) as preview, b.rank, b.total, h.original_prompt,
                ts_filter(h.search, '{a,b}') @@ {query} as in_prompt
            from best b join prompts.history h on h.id = b.id and h.user_id = :user)
        select h.*, case
            when :first <> '' then regexp_replace(
                substr(found.text, greatest(1, strpos(found.text, :first) - 40), 160),
                :one_of, :start || '\\&' || :stop, 'g')
            when strpos(stemmed.marked, :start) > 0 then stemmed.marked
            else ts_headline('simple', found.text, {query}, :marks) end as snippet
        from page h
        left join lateral (
            select v.optimized_prompt
            from prompts.versions v
            where not h.in_prompt and v.history_id = h.id and v.user_id = :user and v.search @@ {query}
            order by v.number desc
            limit 1) v on true
        cross join lateral (
            select translate(
                coalesce(v.optimized_prompt, h.title || chr(10) || h.original_prompt), :signs, :less) as text
            offset 0) found
        cross join lateral (select ts_headline('english', found.text, {query}, :marks) as marked offset 0) stemmed
        order by h.rank desc, h.id desc
        """.replace("{columns}", PostgresPromptGroups.COLUMNS);
}
