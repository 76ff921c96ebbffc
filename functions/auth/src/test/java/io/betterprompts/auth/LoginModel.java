package io.betterprompts.auth;

import io.betterprompts.common.testkit.SequentialModel;
import java.util.Optional;

/**
 * What one login does when it is used by one client after the other.
 *
 * @param newest the refresh token that is good
 * @param ended whether the login has ended
 */
record LoginModel(String newest, boolean ended) implements SequentialModel<LoginModel.Deed> {

    /** What was asked, and what was answered. */
    sealed interface Deed {

        /**
         * A refresh.
         *
         * @param next the new refresh token; empty if there was none
         */
        record Refresh(String token, String next, String problem) implements Deed {}

        record LogOut(int status) implements Deed {}
    }

    @Override
    public Optional<LoginModel> after(Deed deed) {
        return switch (deed) {
            case Deed.Refresh refresh -> afterRefresh(refresh);
            case Deed.LogOut(int status) -> afterLogOut(status);
        };
    }

    /** Who is let in before the login ends may well be told 204 after it: it has ended, as was asked. */
    private Optional<LoginModel> afterLogOut(int status) {
        boolean right = status == 204 || (ended && status == 401);
        return right ? Optional.of(new LoginModel(newest, true)) : Optional.empty();
    }

    private Optional<LoginModel> afterRefresh(Deed.Refresh refresh) {
        if (ended) {
            return refresh.problem.equals("refresh-token-invalid") ? Optional.of(this) : Optional.empty();
        }
        if (refresh.token.equals(newest)) {
            return refresh.problem.isEmpty() ? Optional.of(new LoginModel(refresh.next, false)) : Optional.empty();
        }
        return refresh.problem.equals("refresh-token-reused")
                ? Optional.of(new LoginModel(newest, true))
                : Optional.empty();
    }
}
