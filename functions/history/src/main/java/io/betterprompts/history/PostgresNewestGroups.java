package io.betterprompts.history;

import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.PageRequest;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lists groups, the one created last first. What many groups have is soon met with on the way from the newest one; what few
 * have is in an index of such things. Each way is long where the other one is short, so the first is given up after a while.
 */
final class PostgresNewestGroups {

    /** Groups to look at on the way: two thousand rows take about as long as one page of an answer. */
    private static final int STRETCH = 2000;

    private static final String COLUMNS = PostgresPromptGroups.COLUMNS + ", left(h.original_prompt, 200) as preview";

    private final JdbcClient db;

    PostgresNewestGroups(JdbcClient db) {
        this.db = db;
    }

    List<PromptGroup.Summary> newest(UserId user, Filter filter, PageRequest<NewestKey> page) {
        List<PromptGroup.Summary> met = query(MET_WITH, user, filter, page);
        return met.size() == page.rows() || filter.facets().conditions().isEmpty()
                ? met
                : query(LOOKED_UP, user, filter, page);
    }

    private List<PromptGroup.Summary> query(String sql, UserId user, Filter filter, PageRequest<NewestKey> page) {
        NewestKey after = page.after().orElse(NewestKey.FIRST);
        int stretch = filter.facets().conditions().isEmpty() ? page.rows() : STRETCH;
        return db.sql(sql.replace("{bounds}", filter.bounds().sql())
                        .replace("{facets}", filter.facets().sql()))
                .params(filter.where().values())
                .param("user", user.value())
                .param("created", after.createdAt().atOffset(ZoneOffset.UTC))
                .param("after", after.id())
                .param("stretch", stretch)
                .param("rows", page.rows())
                .query((row, number) -> PostgresPromptGroups.summary(row))
                .list();
    }

    private static final String MET_WITH = """
        select {columns}
        from (
            select * from prompts.history h
            where h.user_id = :user and (h.created_at, h.id) < (:created, :after) and {bounds}
            order by h.created_at desc, h.id desc
            limit :stretch) h
        where {facets}
        order by h.created_at desc, h.id desc
        limit :rows
        """.replace("{columns}", COLUMNS);

    private static final String LOOKED_UP = """
        with found as materialized (
            select h.id, h.created_at from prompts.history h
            where h.user_id = :user and (h.created_at, h.id) < (:created, :after) and {bounds} and {facets}),
        page as (
            select id from found order by created_at desc, id desc limit :rows)
        select {columns}
        from page join prompts.history h on h.id = page.id and h.user_id = :user
        order by h.created_at desc, h.id desc
        """.replace("{columns}", COLUMNS);
}
