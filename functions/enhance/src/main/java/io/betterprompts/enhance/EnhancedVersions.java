package io.betterprompts.enhance;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.identity.Credential;
import io.betterprompts.common.identity.Standing;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.json.Json;
import io.betterprompts.common.text.FirstLine;
import io.betterprompts.engine.Enhancement;
import io.betterprompts.engine.generate.Edit;
import io.betterprompts.engine.select.ModelClass;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's part of the history: each enhancement becomes a version, of a new group or of one that exists. */
final class EnhancedVersions {

    private final JdbcClient db;
    private final UserTransactions transactions;
    private final Ids ids;
    private final Clock clock;

    EnhancedVersions(JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Checks that the user has a group, before work is done for it.
     *
     * @throws PromptGroupNotFound if not
     */
    void requireGroup(UserId user, UUID group) {
        boolean exists = db.sql("""
                        select exists (
                            select from prompts.history where id = :id and user_id = :user and deleted_at is null)
                        """)
                .param("id", group)
                .param("user", user.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new PromptGroupNotFound(group);
        }
    }

    /**
     * The version a group stands at.
     *
     * @throws PromptGroupNotFound if the user does not have the group
     */
    CurrentVersion current(UserId user, UUID group) {
        return db.sql("""
                        select v.optimized_prompt, v.model_name, v.explanation ->> 'model_class' as model_class
                        from prompts.history h
                        join prompts.versions v on v.history_id = h.id and v.number = h.current_version_number
                        where h.id = :id and h.user_id = :user and h.deleted_at is null
                        """)
                .param("id", group)
                .param("user", user.value())
                .query((row, number) -> new CurrentVersion(
                        row.getString("optimized_prompt"),
                        row.getString("model_name"),
                        Optional.ofNullable(row.getString("model_class"))
                                .map(ModelClass::of)
                                .orElse(null)))
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(group));
    }

    /**
     * Stores an enhancement, group and version together or not at all.
     *
     * @param next the group to append to; empty makes a new one
     * @throws PromptGroupNotFound if the user does not have the group
     * @throws io.betterprompts.common.http.PreconditionFailed if the group is not what the writer believes it to be
     */
    StoredVersion store(UserId user, Optional<NextVersion> next, Enhanced enhanced) {
        return next.map(to -> transactions.change(user, revision -> appended(user, to, enhanced, revision)))
                .orElseGet(() -> inANewGroup(user, Optional.empty(), enhanced).orElseThrow());
    }

    /**
     * Stores an enhancement in a group of its own.
     *
     * @return empty if what was presumed is not so; then nothing is stored
     */
    Optional<StoredVersion> store(Presumed presumed, Enhanced enhanced) {
        return inANewGroup(presumed.caller().user(), Optional.of(presumed), enhanced);
    }

    /** In one statement, because each is a way to the database and back. */
    private Optional<StoredVersion> inANewGroup(UserId user, Optional<Presumed> presumed, Enhanced enhanced) {
        StoredVersion version = new StoredVersion(ids.next(), ids.next(), 1, 1);
        Enhancement enhancement = enhanced.enhancement();
        Optional<Credential.Token> token = presumed.flatMap(Presumed::unconfirmed);
        int stored = version(db.sql(INSERT_GROUP_AND_VERSION), user, version, enhanced, OffsetDateTime.now(clock))
                .param("presumes", presumed.isPresent())
                .param(
                        "settings",
                        presumed.flatMap(p -> p.settings().revision()).orElse(null),
                        Types.BIGINT)
                .param("kid", token.map(Credential.Token::kid).orElse(null), Types.VARCHAR)
                .param("session", token.map(t -> t.session().value()).orElse(null))
                .param("title", FirstLine.of(enhancement.originalText()))
                .param("intent", enhancement.intent().label().label())
                .param(
                        "techniques",
                        enhancement.edits().stream()
                                .map(Edit::technique)
                                .sorted()
                                .distinct()
                                .toArray(String[]::new))
                .param("models", enhanced.request().targetModel().stream().toArray(String[]::new))
                .update();
        return stored > 0 ? Optional.of(version) : Optional.empty();
    }

    private StoredVersion appended(UserId user, NextVersion next, Enhanced enhanced, long revision) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        StoredVersion version = append(user, next, revision, now);
        version(db.sql(INSERT_VERSION), user, version, enhanced, now)
                .param("revision", revision)
                .update();
        return version;
    }

    /** Takes the group's next number. A user's changes happen one after another, so what was checked stays true. */
    private StoredVersion append(UserId user, NextVersion next, long revision, OffsetDateTime now) {
        GroupState current = state(user, next.group());
        next.precondition().check(current.version(), () -> current);
        return db.sql("""
                        update prompts.history
                        set current_version_number = current_version_number + 1, version = version + 1,
                            revision = :revision, updated_at = :now
                        where id = :id and user_id = :user and deleted_at is null
                        returning current_version_number, version
                        """)
                .param("revision", revision)
                .param("now", now)
                .param("id", next.group())
                .param("user", user.value())
                .query((row, number) -> new StoredVersion(
                        ids.next(), next.group(), row.getInt("current_version_number"), row.getLong("version")))
                .single();
    }

    private GroupState state(UserId user, UUID group) {
        return db.sql("""
                        select id, title, intent, status, favourite, tags, current_version_number, created_at, updated_at,
                            version, original_prompt
                        from prompts.history
                        where id = :id and user_id = :user and deleted_at is null
                        """)
                .param("id", group)
                .param("user", user.value())
                .query(GroupState::of)
                .optional()
                .orElseThrow(() -> new PromptGroupNotFound(group));
    }

    private static JdbcClient.StatementSpec version(
            JdbcClient.StatementSpec statement,
            UserId user,
            StoredVersion version,
            Enhanced enhanced,
            OffsetDateTime now) {
        Enhancement enhancement = enhanced.enhancement();
        return statement
                .param("id", version.id())
                .param("group", version.historyId())
                .param("user", user.value())
                .param("number", version.number())
                .param("original", enhancement.originalText())
                .param("optimized", enhancement.enhancedText())
                .param("direction", enhanced.request().direction().orElse(null))
                .param("target_model", enhanced.request().targetModel().orElse(null))
                .param("status", enhancement.verdict().name().toLowerCase(Locale.ROOT))
                .param("edits", Json.mapper().writeValueAsString(enhancement.edits()))
                .param("explanation", Reply.explanation(enhancement).toString())
                .param("rules", enhancement.engine().rules())
                .param("model", enhancement.engine().model())
                .param("now", now);
    }

    private static final String INSERT_VERSION = """
            insert into prompts.versions
                (id, history_id, user_id, number, original_prompt, optimized_prompt, iteration_direction,
                 model_name, status, edits, explanation, rule_set_hash, model_hash, revision, created_at)
            values (:id, :group, :user, :number, :original, :optimized, :direction, :target_model, :status,
                    :edits::jsonb, :explanation::jsonb, :rules, :model, :revision, :now)
            """;

    /**
     * Nothing, unless what was presumed is so. The revision comes first, as {@link UserTransactions} has it. The group says at once what its version has: the trigger on
     * versions would write it a second time, and with it all that indexes know of it.
     */
    private static final String INSERT_GROUP_AND_VERSION = """
            with presumed as (
                select where (cast(:kid as text) is null or
            """ + Standing.CONDITION + """
                ) and (not :presumes or cast(:settings as bigint) is not distinct from (
                    select revision from settings.user_settings where user_id = :user))),
            revised as (
                insert into auth.revisions as r (user_id, last) select :user, 1 from presumed
                on conflict (user_id) do update set last = r.last + 1
                returning last),
            versioned as (
                insert into prompts.versions
                    (id, history_id, user_id, number, original_prompt, optimized_prompt, iteration_direction,
                     model_name, status, edits, explanation, rule_set_hash, model_hash, revision, created_at)
                select :id, :group, :user, :number, :original, :optimized, :direction, :target_model, :status,
                       :edits::jsonb, :explanation::jsonb, :rules, :model, last, :now
                from revised
                returning revision, search)
            insert into prompts.history
                (id, user_id, original_prompt, title, intent, techniques, models, search, current_version_number, revision,
                 created_at, updated_at)
            select :group, :user, :original, :title, :intent, :techniques, :models, search, :number, revision, :now, :now
            from versioned
            """;
}
