package io.betterprompts.common.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.InvalidContract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.data.Patience;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.SessionId;
import io.betterprompts.common.identity.UserId;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.problem.Fault;
import io.betterprompts.common.problem.ProblemException;
import io.betterprompts.common.problem.ValidationFailed;
import io.betterprompts.common.snapshot.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One function's front door: finds the operation by its route key, proves the caller, checks parameters and body against
 * the contract, calls the handler, and turns every failure into {@code application/problem+json}. Nothing escapes it.
 */
public final class HttpFunction implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String NO_OPERATION = "none";

    private final String name;
    private final Contract contract;
    private final Gate gate;
    private final HttpFunctions.Once once;
    private final RequestLog log;
    private final Map<String, Handler> handlers;

    HttpFunction(
            String name,
            Contract contract,
            Gate gate,
            HttpFunctions.Once once,
            RequestLog log,
            Map<String, Handler> handlers) {
        this.name = name;
        this.contract = contract;
        this.gate = gate;
        this.once = once;
        this.log = log;
        this.handlers = Map.copyOf(handlers);
        refuseDrift(name);
    }

    /**
     * What to do before a snapshot: the requests that change nothing, sent by nobody.
     *
     * @param more requests beside the GETs
     */
    public Rehearsal rehearsal(List<SafeRequest> more) {
        Caller nobody = Caller.loggedIn(
                new UserId(UUID.fromString(RehearsedRequests.NOBODYS_ID)),
                new SessionId(new UUID(0, 0)),
                contract.scopes());
        Gate open = new Gate(contract, credential -> nobody, RateLimits.none());
        return new RehearsedRequests(
                new HttpFunction(name, contract, open, once, log, handlers), contract.of(name), more);
    }

    @Override
    public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
        long start = System.nanoTime();
        Exchange exchange = Exchange.of(event);
        APIGatewayV2HTTPResponse response = answer(event, exchange);
        log.write(new RequestLog.Answered(
                name,
                operationOf(event),
                event.getRouteKey(),
                response.getStatusCode(),
                System.nanoTime() - start,
                exchange.requestId()));
        return response;
    }

    private String operationOf(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRouteKey())
                .flatMap(contract::byRouteKey)
                .map(Operation::handledAs)
                .orElse(NO_OPERATION);
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Exchange exchange) {
        try {
            return exchange.render(handle(event, exchange));
        } catch (ProblemException problem) {
            return exchange.render(problem);
        } catch (RuntimeException | StackOverflowError e) {
            return exchange.render(Problems.of(e, exchange.requestId()));
        }
    }

    private Response handle(APIGatewayV2HTTPEvent event, Exchange exchange) {
        Operation operation = contract.byRouteKey(event.getRouteKey())
                .orElseThrow(() -> unmatched(exchange.method(), exchange.path()));
        Duration patience = handler(operation).map(Handler::patience).orElse(Patience.USUAL);
        return Patience.of(patience, () -> handle(event, exchange, operation));
    }

    /** The caller first: whose credential is refused learns nothing of what is here. */
    private Response handle(APIGatewayV2HTTPEvent event, Exchange exchange, Operation operation) {
        Optional<Handler> found = handler(operation);
        boolean confirms = found.filter(Handler::confirmsCaller).isPresent() && !isOnceOnly(exchange);
        Optional<Caller> caller = gate.pass(operation, exchange, !confirms);
        Handler handler = found.orElseThrow();
        try {
            Request request = request(event, exchange, operation, caller);
            return once.answer(operation, request, () -> handler.handle(request));
        } catch (ProblemException problem) {
            caller.ifPresent(gate::confirm);
            return handler.refuse(problem);
        }
    }

    /** None for an operation that another function answers. */
    private Optional<Handler> handler(Operation operation) {
        return Optional.ofNullable(handlers.get(operation.handledAs()));
    }

    /** What is kept under a key is told again without the handler. */
    private static boolean isOnceOnly(Exchange exchange) {
        return exchange.headers().containsKey(IdempotencyKey.HEADER);
    }

    private static Request request(
            APIGatewayV2HTTPEvent event, Exchange exchange, Operation operation, Optional<Caller> caller) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> parameters = Parameters.read(event, operation, faults);
        JsonNode body = operation.body().isPresent() ? Bodies.read(event, exchange.headers()) : missing();
        operation.body().ifPresent(expected -> faults.addAll(faults(expected, body)));
        if (!faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return new Request(exchange.requestId(), parameters, exchange.headers(), body, caller, exchange.sourceIp());
    }

    private ProblemException unmatched(String method, String path) {
        TreeSet<String> methods = new TreeSet<>(contract.methodsOf(path));
        return methods.isEmpty() ? Problems.noSuchRoute(path) : Problems.methodNotAllowed(method, methods);
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }

    private static List<Fault> faults(Operation.Body expected, JsonNode body) {
        if (body.isMissingNode()) {
            return expected.required() ? List.of(Fault.at("", "a JSON body is required")) : List.of();
        }
        return expected.shape().violations(body).stream()
                .map(v -> Fault.at(v.pointer(), v.detail()))
                .toList();
    }

    private void refuseDrift(String function) {
        Map<String, String> missing = new TreeMap<>();
        contract.of(function).forEach(o -> missing.put(o.handledAs(), o.routeKey()));
        TreeSet<String> unknown = new TreeSet<>(handlers.keySet());
        unknown.removeAll(missing.keySet());
        missing.keySet().removeAll(handlers.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new InvalidContract(String.format(
                    Locale.ROOT, "%s: no handler for %s, no operation for %s", function, missing, unknown));
        }
    }
}
