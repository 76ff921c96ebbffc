package io.betterprompts.common.identity;

import java.util.Set;

/**
 * Whoever sent a request and proved it.
 *
 * @param credential what proved it
 * @param scopes what it lets them do, in the contract's words
 */
public record Caller(UserId user, Credential credential, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller loggedIn(UserId user, SessionId session, Set<String> scopes) {
        return new Caller(user, new Credential.Login(session), scopes);
    }

    /**
     * The login behind the request.
     *
     * @throws IllegalStateException if none is known to stand: an operation that lets API keys in, or confirms its callers
     *     itself, cannot ask for this
     */
    public SessionId session() {
        if (credential instanceof Credential.Login(SessionId session)) {
            return session;
        }
        throw new IllegalStateException("no login is known to stand behind this request");
    }

    /**
     * Lets the caller pass.
     *
     * @throws InsufficientScope if the scope is not among the caller's
     */
    public void require(String scope) {
        if (!scopes.contains(scope)) {
            throw new InsufficientScope(scope);
        }
    }
}
