package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.engine.classify.IntentClassifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code GET /health/ready}: asks each thing an enhancement needs, really. */
final class ReadinessHandler implements Handler {

    private static final Logger log = LoggerFactory.getLogger(ReadinessHandler.class);

    private final JdbcClient db;
    private final IntentClassifier classifier;

    ReadinessHandler(JdbcClient db, IntentClassifier classifier) {
        this.db = db;
        this.classifier = classifier;
    }

    @Override
    public Response handle(Request request) {
        Map<String, String> checks = new TreeMap<>();
        checks.put(
                "database",
                answer("database", () -> db.sql("select 1").query(Integer.class).single()));
        checks.put("model", answer("model", () -> classifier.classify("Are you there?")));
        boolean ready = !checks.containsValue("down");
        Map<String, Object> body = Map.of("status", ready ? "ready" : "unavailable", "checks", checks);
        return new Response(ready ? 200 : 503, Map.of(), Optional.of(body));
    }

    private static String answer(String what, Runnable question) {
        try {
            question.run();
            return "up";
        } catch (RuntimeException e) {
            log.warn("{} is down", what, e);
            return "down";
        }
    }
}
