package io.betterprompts.common.identity;

import java.util.UUID;

/** What proved a caller: a login's access token, or an API key. */
public sealed interface Credential {

    /** An access token of a login that stands. */
    record Login(SessionId session) implements Credential {}

    /**
     * A genuine access token, of a login that PostgreSQL has not been asked about yet.
     *
     * @param kid the key it was signed with
     */
    record Token(SessionId session, String kid) implements Credential {}

    /** An API key, by the id of its row. */
    record Key(UUID id) implements Credential {}
}
