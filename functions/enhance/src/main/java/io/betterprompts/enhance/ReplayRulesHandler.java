package io.betterprompts.enhance;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.page.Page;
import io.betterprompts.common.page.PageRequest;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ValidationFailed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /rules/replay}: runs prompts of the caller's history by other rules and tells the difference; nothing is stored. */
final class ReplayRulesHandler implements Handler {

    private final Engines engines;
    private final CandidateRules candidates;
    private final PostgresPastPrompts prompts;

    ReplayRulesHandler(Engines engines, CandidateRules candidates, PostgresPastPrompts prompts) {
        this.engines = engines;
        this.candidates = candidates;
        this.prompts = prompts;
    }

    @Override
    public Response handle(Request request) {
        UserId user = request.caller().user();
        PageRequest<UUID> part = PageRequest.of(request, UUID::fromString);
        PersonalEngine current = engines.of(Optional.of(user));
        PersonalEngine candidate = candidate(request, current);
        Page<PastPrompt> page = Page.of(prompts.newest(user, part), part, PastPrompt::historyId);
        List<ReplayedPrompt> items = page.items().stream()
                .map(prompt -> ReplayedPrompt.of(
                        prompt,
                        current.enhance(prompt.request()).enhancement(),
                        candidate.enhance(prompt.request()).enhancement()))
                .toList();
        return Response.ok(new Replay(
                new Compared<>(
                        current.enhancer().rules().hash(),
                        candidate.enhancer().rules().hash()),
                items,
                ReplayTotals.of(items),
                page.nextCursor()));
    }

    /** With the caller's settings but for the rules. */
    private PersonalEngine candidate(Request request, PersonalEngine current) {
        PersonalEngine candidate =
                new PersonalEngine(candidates.engine(request.body(RulesBody.class)), current.settings());
        candidate.unknown().ifPresent(unknown -> {
            throw new ValidationFailed(Fault.at("/rules", "your settings name what these lack: " + unknown.detail()));
        });
        return candidate;
    }
}
