package io.betterprompts.local.drill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what clients were told with what is in the database, and what is there with itself. */
final class ConsistencyChecker {

    private static final String MARK = "'drill-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'";

    /** Versions whose groups know nothing of them, or the other way round; gaps; revisions that were never given. */
    private static final String BROKEN = """
            select (select count(*) from prompts.history h
                    where h.current_version_number is distinct from
                            (select max(v.number) from prompts.versions v where v.history_id = h.id)
                       or h.current_version_number <> (select count(*) from prompts.versions v where v.history_id = h.id))
                 + (select count(*) from prompts.versions v join prompts.history h on h.id = v.history_id
                    where h.user_id <> v.user_id)
                 + (select count(*) from (
                        select user_id, max(revision) as newest from (
                            select user_id, revision from prompts.history
                            union all select user_id, revision from prompts.versions
                            union all select user_id, revision from prompts.templates) all_rows
                        group by user_id) u
                    join auth.revisions r on r.user_id = u.user_id where u.newest > r.last)
            """;

    private final JdbcClient db;

    ConsistencyChecker(JdbcClient db) {
        this.db = db;
    }

    /** Looks for each write of the ledger by its mark, and for each acknowledged one by its id too. */
    Findings check(Ledger ledger) {
        Map<String, Integer> stored = stored();
        Set<String> ids = ids();
        Map<String, String> acknowledged = ledger.acknowledged();
        long lost = acknowledged.entrySet().stream()
                .filter(write -> !stored.containsKey(write.getKey()) || !ids.contains(write.getValue()))
                .count();
        long doubled = stored.entrySet().stream()
                .filter(mark -> mark.getValue() > 1
                        && (acknowledged.containsKey(mark.getKey())
                                || ledger.open().stream()
                                        .anyMatch(write -> write.mark().equals(mark.getKey()))))
                .count();
        return new Findings(
                (int) lost, (int) doubled, db.sql(BROKEN).query(Integer.class).single());
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> counts = new HashMap<>();
        db.sql("select mark, count(*) as times from ("
                        + "select substring(optimized_prompt from " + MARK + ") as mark from prompts.versions"
                        + " union all select substring(name from " + MARK + ") from prompts.templates) marks"
                        + " where mark is not null group by mark")
                .query(row -> {
                    counts.put(row.getString("mark"), row.getInt("times"));
                });
        return counts;
    }

    private Set<String> ids() {
        return new HashSet<>(
                db.sql("select id::text from prompts.history union all select id::text from prompts.versions"
                                + " union all select id::text from prompts.templates")
                        .query(String.class)
                        .list());
    }
}
