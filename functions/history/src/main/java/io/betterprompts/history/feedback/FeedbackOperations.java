package io.betterprompts.history.feedback;

import io.betterprompts.common.data.Ids;
import io.betterprompts.common.data.UserTransactions;
import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operations on feedback, by their names in the contract. */
public final class FeedbackOperations {

    private final PostgresFeedback feedback;
    private final GiveFeedback give;
    private final PostgresEffectiveness effectiveness;

    public FeedbackOperations(JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        this.feedback = new PostgresFeedback(db);
        this.give = new GiveFeedback(feedback, transactions, ids, clock);
        this.effectiveness = new PostgresEffectiveness(db);
    }

    public Map<String, Handler> handlers() {
        return Map.of(
                "giveFeedback",
                this::give,
                "listFeedback",
                this::list,
                "readEffectiveness",
                Handler.patient(this::effectiveness));
    }

    private Response give(Request request) {
        Feedback given = give.by(request.caller().user(), request.body(Opinion.class), request.precondition());
        return Response.ok(given).version(given.version());
    }

    private Response list(Request request) {
        return Response.ok(Map.of("items", feedback.of(request.caller().user(), request.id("id"))));
    }

    private Response effectiveness(Request request) {
        return Response.ok(Effectiveness.of(effectiveness.of(request.caller().user()), effectiveness.shared()));
    }
}
