package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.history.SearchScope.Chosen;
import io.betterprompts.history.SearchScope.Everything;
import io.betterprompts.history.SearchScope.Since;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds groups by words of their title, their prompt or one of their versions. A word counts as it is written, and in
 * English also in its other forms; the words of the title count most and those of a version least.
 *
 * <p>A rank takes a look at the row, so words that stand in very many prompts are looked for in the newest ones alone.
 */
final class PostgresSearch {

    /** How many of the newest groups to look at first, and how many times that before all of them are looked at. */
    private static final int NEWEST = 300;

    private static final int TIMES_AT_MOST = 60;

    /** As many of the newest groups are worth ranking without a look at the older ones. */
    static final int ENOUGH = 40;

    /** So many groups that other conditions leave are read one by one rather than by their words. */
    private static final int FEW = 500;

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
        return asked.filter().isNarrow() ? firstOfChosen(asked) : firstOfNewest(asked);
    }

    /** Looks at the newest groups that the other conditions leave; at all of them where there is no page of matches. */
    private Ranked firstOfChosen(Asked asked) {
        List<NewestKey> chosen = chosen(asked, NewestKey.LAST, FEW);
        if (chosen.isEmpty()) {
            return new Ranked(List.of(), 0);
        }
        Ranked ranked = among(asked, new Chosen(chosen.getLast()), chosen);
        return isPage(asked, ranked) || chosen.size() < FEW ? ranked : search(asked, new Everything());
    }

    private static boolean isPage(Asked asked, Ranked ranked) {
        return ranked.total() >= asked.page().rows();
    }

    /** Looks at as many groups as it takes to find enough, by what has been found in few of them. */
    private Ranked firstOfNewest(Asked asked) {
        Optional<Stretch> few = Stretch.newest(db, asked.user(), NEWEST);
        Ranked found = few.map(stretch -> search(asked, new Since(stretch.oldest())))
                .orElseGet(() -> search(asked, new Everything()));
        if (few.isEmpty() || found.total() >= ENOUGH) {
            return found;
        }
        int times = Math.min(TIMES_AT_MOST, 2 * ENOUGH / Math.max(1, found.total()));
        Ranked more = search(asked, new Since(few.get().times(times)));
        return isPage(asked, more) ? more : search(asked, new Everything());
    }

    /** What to look for, as PostgreSQL writes it, and in scripts without spaces also as it stands in a text. */
    private Query query(String words) {
        return db.sql("select prompts.asked(:words) as query, prompts.runs(:words) as runs")
                .param("words", words)
                .query((row, number) -> new Query(row.getString("query"), row.getString("runs")))
                .single();
    }

    private record Query(String text, String runs) {}

    private record Asked(UserId user, Query query, Filter filter, PageRequest<RankedKey> page) {}

    /** A page, and of the first page how many groups there are before it is cut off. */
    private record Ranked(List<PromptGroup.Found> groups, int total) {}

    /** The newest of those that the other conditions leave, no older than one of them. */
    private List<NewestKey> chosen(Asked asked, NewestKey oldest, int most) {
        Filter.Where where = asked.filter().where();
        return db.sql("""
            select h.id, h.created_at from prompts.history h
            where h.user_id = :user and (h.created_at, h.id) >= (:created, :oldest) and {filter}
            order by h.created_at desc, h.id desc
            limit :most
            """.replace("{filter}", where.sql()))
                .params(where.values())
                .param("user", asked.user().value())
                .param("created", oldest.createdAt().atOffset(ZoneOffset.UTC))
                .param("oldest", oldest.id())
                .param("most", most)
                .query((row, number) -> new NewestKey(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Of the groups since one of them, as the index knows them: from the newest group to the newest one of the stretch
     * before, and so on, which is a few steps where the groups may be thousands.
     */
    private List<String> stretches(UserId user, UUID oldest) {
        return db.sql("""
            with recursive newest as (
                (select id from prompts.history
                where user_id = :user and deleted_at is null and id >= :oldest
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
                .param("oldest", oldest)
                .query(String.class)
                .list();
    }

    private Ranked search(Asked asked, SearchScope scope) {
        return switch (scope) {
            case Everything all -> search(asked, all, "{owner} = :user and {search} @@ {query}", Map.of());
            case Chosen newest -> among(asked, newest, chosen(asked, newest.oldest(), Integer.MAX_VALUE));
            case Since since ->
                search(
                        asked,
                        since,
                        "{owner} = :user and {search} @@ {query} and prompts.stretch({owner}, {group}) && cast(:stretches as text[])",
                        Map.of(
                                "stretches",
                                stretches(asked.user(), since.oldest()).toArray(String[]::new)));
        };
    }

    /** Where "is true" keeps the indexes on owners and words out of it: they take longer than these rows. */
    private Ranked among(Asked asked, Chosen scope, List<NewestKey> groups) {
        return search(
                asked,
                scope,
                "{group} = any (:ids) and ({owner} = :user and {search} @@ {query}) is true",
                Map.of("ids", groups.stream().map(NewestKey::id).toArray(UUID[]::new)));
    }

    private Ranked search(Asked asked, SearchScope scope, String within, Map<String, Object> values) {
        Filter.Where where = asked.filter().where();
        int[] total = {0};
        List<PromptGroup.Found> groups = db.sql(SQL.replace("{filter}", where.sql())
                        .replace("{groups within}", of("h", "h.id", within))
                        .replace("{versions within}", of("v", "v.history_id", within))
                        .replace("{query}", "cast(:query as tsquery)"))
                .params(where.values())
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

    private static String of(String table, String group, String within) {
        return within.replace("{search}", table + ".search")
                .replace("{owner}", table + ".user_id")
                .replace("{group}", group);
    }

    private static Map<String, Object> parameters(Asked asked) {
        Map<String, Object> values = new HashMap<>();
        values.put("user", asked.user().value());
        values.put("query", asked.query().text());
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

    private static final String SQL = """
        with hits as (
            select h.id as group_id, cast(null as uuid) as version_id, ts_rank(h.search, {query}) as rank
            from prompts.history h
            where {groups within}
            union all
            select v.history_id, v.id, ts_rank(v.search, {query})
            from prompts.versions v
            where {versions within}),
        ranked as (
            select distinct on (group_id) group_id, version_id, rank
            from hits
            order by group_id, rank desc, version_id desc nulls first),
        page as materialized (
            select {columns}, left(h.original_prompt, 200) as preview, r.rank, r.version_id, h.original_prompt,
                count(*) over () as total
            from ranked r join prompts.history h on h.id = r.group_id
            where h.user_id = :user and {filter} and (r.rank, h.id) < (cast(:rank as real), cast(:after as uuid))
            order by r.rank desc, h.id desc
            limit :rows)
        select h.*, case
            when :first <> '' then regexp_replace(
                substr(found.text, greatest(1, strpos(found.text, :first) - 40), 160),
                :one_of, :start || '\\&' || :stop, 'g')
            when strpos(stemmed.marked, :start) > 0 then stemmed.marked
            else ts_headline('simple', found.text, {query}, :marks) end as snippet
        from page h
        left join prompts.versions v on v.id = h.version_id
        cross join lateral (
            select translate(
                coalesce(v.optimized_prompt, h.title || chr(10) || h.original_prompt), :signs, :less) as text) found
        cross join lateral (select ts_headline('english', found.text, {query}, :marks) as marked) stemmed
        order by h.rank desc, h.id desc
        """.replace("{columns}", PostgresPromptGroups.COLUMNS);
}
