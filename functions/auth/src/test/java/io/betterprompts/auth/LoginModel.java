package io.betterprompts.auth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one login does when it is used by one client after the other, and whether what many clients saw at once can be
 * told as such a story: whether it is linearizable (Herlihy and Wing, 1990).
 *
 * @param newest the refresh token that is good
 * @param ended whether the login has ended
 */
record LoginModel(String newest, boolean ended) {

    /** Something a client did. Times are of {@link System#nanoTime()}. */
    record Step(long asked, long answered, Deed deed) {}

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

    /** The login after the deed; empty if a login in this state does not answer so. */
    Optional<LoginModel> after(Deed deed) {
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

    /** Whether some order explains all answers in which no step comes before one that was answered before it was asked. */
    boolean explains(List<Step> steps) {
        return explains(steps, new HashSet<>());
    }

    private boolean explains(List<Step> left, Set<Tried> tried) {
        if (left.isEmpty()) {
            return true;
        }
        if (!tried.add(new Tried(this, left))) {
            return false;
        }
        long firstAnswer = left.stream().mapToLong(Step::answered).min().orElseThrow();
        return left.stream()
                .filter(step -> step.asked <= firstAnswer)
                .anyMatch(step -> after(step.deed)
                        .map(next -> next.explains(without(left, step), tried))
                        .orElse(false));
    }

    private static List<Step> without(List<Step> steps, Step step) {
        List<Step> others = new ArrayList<>(steps);
        others.remove(step);
        return others;
    }

    private record Tried(LoginModel state, List<Step> left) {}
}
