package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.engine.RuleSet;
import io.betterprompts.engine.select.Rule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code POST /rules/check}: whether rules can be followed, and what they would change. */
final class CheckRulesHandler implements Handler {

    private final Engines engines;
    private final CandidateRules candidates;

    CheckRulesHandler(Engines engines, CandidateRules candidates) {
        this.engines = engines;
        this.candidates = candidates;
    }

    @Override
    public Response handle(Request request) {
        RuleSet now = engines.deployed().rules();
        RuleSet then = candidates.engine(request.body(RulesBody.class)).rules();
        return Response.ok(new Checked(
                then.hash(),
                more(then.techniques().byId().keySet(), now.techniques().byId().keySet()),
                more(ids(then), ids(now)),
                more(then.off(), now.off()),
                more(then.prefer(), now.prefer())));
    }

    /**
     * What rules add to those of the deployment.
     *
     * @param hash of the rule set they would make
     */
    record Checked(String hash, Set<String> techniques, Set<String> rules, Set<String> off, Set<String> prefer) {}

    private static Set<String> ids(RuleSet rules) {
        return rules.techniques().rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    private static Set<String> more(Set<String> then, Set<String> now) {
        Set<String> more = new TreeSet<>(then);
        more.removeAll(now);
        return more;
    }
}
