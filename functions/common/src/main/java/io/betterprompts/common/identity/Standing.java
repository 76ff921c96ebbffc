package io.betterprompts.common.identity;

/** When a login stands, as a condition in SQL: a statement that is needed anyway can ask for it on its way. */
public final class Standing {

    /**
     * Neither revoked nor over, its user active, and the key that signed its token not retired. Wants {@code :session},
     * {@code :user}, {@code :kid} and {@code :now}.
     */
    public static final String CONDITION = """
            exists (
                select from auth.sessions s
                join auth.users u on u.id = s.user_id
                join auth.signing_keys k on k.kid = :kid
                where s.id = :session and s.user_id = :user
                  and s.revoked_at is null and s.expires_at > :now
                  and u.is_active and (k.retired_at is null or k.retired_at > :now))
            """;

    private Standing() {}
}
