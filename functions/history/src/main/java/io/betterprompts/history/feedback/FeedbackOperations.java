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

    private final GiveFeedback give;
    private final PostgresEffectiveness effectiveness;

    public FeedbackOperations(JdbcClient db, UserTransactions transactions, Ids ids, Clock clock) {
        this.give = new GiveFeedback(new PostgresFeedback(db), transactions, ids, clock);
        this.effectiveness = new PostgresEffectiveness(db);
    }

    public Map<String, Handler> handlers() {
        return Map.of("giveFeedback", this::give, "readEffectiveness", this::effectiveness);
    }

    private Response give(Request request) {
        return Response.ok(give.by(request.caller().user(), request.body(Opinion.class)));
    }

    private Response effectiveness(Request request) {
        return Response.ok(Effectiveness.of(effectiveness.of(request.caller().user()), effectiveness.shared()));
    }
}
