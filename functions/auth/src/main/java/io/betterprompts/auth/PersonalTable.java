package io.betterprompts.auth;

import java.util.List;
import java.util.Set;

/**
 * A table that holds rows of users.
 *
 * @param name with its schema
 * @param owner the column that says whose a row is
 * @param key a column, unique for each owner, in whose order rows are exported
 * @param withheld columns that are no use to the owner: hashes, which a thief would like, and what is made from other
 *     columns
 */
record PersonalTable(String name, String owner, String key, Set<String> withheld) {

    /**
     * All there are, each after those that refer to it. What a new table forgets here, PersonalDataIT finds.
     */
    static final List<PersonalTable> ALL = List.of(
            of("prompts.feedback", "id"),
            of("prompts.labels", "id"),
            of("prompts.versions", "id", "search"),
            of("prompts.history", "id", "search"),
            of("prompts.sync_changes", "id"),
            of("prompts.template_versions", "id"),
            of("prompts.templates", "id", "search"),
            of("settings.user_settings", "user_id"),
            of("auth.api_keys", "id", "key_hash"),
            of("auth.sessions", "id", "refresh_token_hash"),
            of("auth.idempotent_answers", "id", "fingerprint", "answer"),
            of("auth.revisions", "user_id"),
            new PersonalTable("auth.users", "id", "id", Set.of("password_hash", "email_key", "username_key")));

    PersonalTable {
        withheld = Set.copyOf(withheld);
    }

    private static PersonalTable of(String name, String key, String... withheld) {
        return new PersonalTable(name, "user_id", key, Set.of(withheld));
    }
}
