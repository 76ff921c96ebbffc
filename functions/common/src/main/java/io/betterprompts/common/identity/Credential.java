package io.betterprompts.common.identity;

import java.util.UUID;

/** What proved a caller: a login's access token, or an API key. */
public sealed interface Credential {

    /** An access token of a login. */
    record Login(SessionId session) implements Credential {}

    /** An API key, by the id of its row. */
    record Key(UUID id) implements Credential {}
}
