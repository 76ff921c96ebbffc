package io.betterprompts.common.http;

import io.betterprompts.common.contract.Contract;
import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.contract.RateLimit.Per;
import io.betterprompts.common.identity.Authenticator;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.Credential;
import io.betterprompts.common.identity.PresentedCredential;
import io.betterprompts.common.limit.Network;
import io.betterprompts.common.limit.RateLimitExceeded;
import io.betterprompts.common.limit.RateLimits;
import io.betterprompts.common.problem.ProblemException;
import java.util.Optional;

/**
 * Who may pass, and how often. A proven caller is charged to a bucket of their own, or of their API key; whoever is none,
 * or proves nothing, to that of the network they come from.
 */
final class Gate {

    private final Contract contract;
    private final Authenticator authenticator;
    private final RateLimits limits;
    private final Edge edge;

    /** Where nothing stands before the gateway. */
    Gate(Contract contract, Authenticator authenticator, RateLimits limits) {
        this(contract, authenticator, limits, Edge.none());
    }

    Gate(Contract contract, Authenticator authenticator, RateLimits limits, Edge edge) {
        this.edge = edge;
        this.contract = contract;
        this.authenticator = authenticator;
        this.limits = limits;
    }

    /**
     * @param confirmed whether a login must be known to stand; otherwise who gets the caller sees to that
     * @return the caller; empty where the operation asks for none, or lets silent ones in
     * @throws NotThroughTheEdge if they came around what stands before the gateway
     * @throws RateLimitExceeded if they were here too often
     */
    Optional<Caller> pass(Operation operation, Exchange exchange, boolean confirmed) {
        exchange.sentFrom(edge.sender(exchange.headers(), exchange.sourceIp()));
        Optional<Caller> caller = operation
                .scope()
                .filter(scope -> !isSilent(operation, exchange))
                .map(scope -> caller(operation, scope, exchange, confirmed));
        if (caller.isEmpty()) {
            charge(
                    operation,
                    Per.ADDRESS,
                    exchange,
                    Network.of(exchange.sourceIp()).text());
        }
        return caller;
    }

    /**
     * Makes up for what {@link #pass} left out.
     *
     * @throws io.betterprompts.common.identity.AccessTokenInvalid if the caller's login does not stand
     */
    void confirm(Caller caller) {
        authenticator.confirm(caller);
    }

    /** Who need not say who they are may keep silent; what they do say must be true. */
    private static boolean isSilent(Operation operation, Exchange exchange) {
        return operation.anonymous() && !PresentedCredential.isIn(exchange.headers());
    }

    private Caller caller(Operation operation, String scope, Exchange exchange, boolean confirmed) {
        Caller caller = prove(operation, exchange, confirmed);
        charge(operation, Per.CALLER, exchange, bucket(caller));
        caller.require(scope);
        return caller;
    }

    private Caller prove(Operation operation, Exchange exchange, boolean confirmed) {
        try {
            String credential = PresentedCredential.in(exchange.headers());
            return confirmed ? authenticator.authenticate(credential) : authenticator.identify(credential);
        } catch (ProblemException e) {
            charge(
                    operation,
                    Per.ADDRESS,
                    exchange,
                    Network.of(exchange.sourceIp()).text());
            throw e;
        }
    }

    private void charge(Operation operation, Per per, Exchange exchange, String bucket) {
        contract.rateLimit(operation, per)
                .flatMap(limit -> limits.charge(limit.name(), bucket, 1))
                .ifPresent(charge -> charge.headers().forEach(exchange::answerWith));
    }

    private static String bucket(Caller caller) {
        return switch (caller.credential()) {
            case Credential.Login login -> "user:" + caller.user();
            case Credential.Token token -> "user:" + caller.user();
            case Credential.Key key -> "key:" + key.id();
        };
    }
}
