package io.betterprompts.common.http;

import io.betterprompts.common.contract.Operation;
import io.betterprompts.common.identity.Caller;
import io.betterprompts.common.identity.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a request with an {@code Idempotency-Key} once. What the request changes and the answer to it are kept in
 * one transaction: both or neither, whatever dies in between. A request that failed left nothing and may be sent again.
 *
 * <p>The table holds neither key nor request, and an answer only the key can open: answers bring tokens and prompts.
 */
public final class OnceOnly {

    static final Duration KEPT = Duration.ofHours(24);
    static final String REPLAYED = "idempotent-replayed";

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random;

    public OnceOnly(JdbcClient db, TransactionTemplate transactions, Clock clock, SecureRandom random) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** The answer to a request: as it was given before, or as the handler gives it now. */
    Response answer(Operation operation, Request request, Supplier<Response> handler) {
        return request.header(IdempotencyKey.HEADER)
                .filter(header -> operation.idempotent())
                .map(IdempotencyKey::parse)
                .map(key -> transactions.execute(status -> once(key, operation, request, handler)))
                .orElseGet(handler);
    }

    private Response once(IdempotencyKey key, Operation operation, Request request, Supplier<Response> handler) {
        String owner = owner(request).map(UserId::toString).orElse("");
        UUID id = id(key.derive("id", owner));
        byte[] fingerprint = key.derive("request", words(operation, request));
        SealedAnswer seal = new SealedAnswer(key.derive("answer", owner));
        lock(id);
        Optional<Row> kept = find(id);
        if (kept.isPresent()) {
            return replay(kept.get(), fingerprint, seal);
        }
        Response response = handler.get();
        forgetSome();
        keep(new Row(id, fingerprint, seal.seal(response, random)), owner(request));
        return response;
    }

    private static Response replay(Row kept, byte[] fingerprint, SealedAnswer seal) {
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        return seal.open(kept.answer()).header(REPLAYED, "true");
    }

    private static UUID id(byte[] derived) {
        ByteBuffer bytes = ByteBuffer.wrap(derived);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Optional<UserId> owner(Request request) {
        return request.sender().map(Caller::user);
    }

    /** Another path of the same operation is the same request. */
    private static String words(Operation operation, Request request) {
        Map<String, String> parameters = new TreeMap<>(request.parameters());
        return operation.handledAs() + "\n" + parameters + "\n" + request.body();
    }

    /** Held until the transaction ends, whichever way. */
    private void lock(UUID id) {
        boolean isFree = db.sql("select pg_try_advisory_xact_lock(:id)")
                .param("id", id.getMostSignificantBits())
                .query(Boolean.class)
                .single();
        if (!isFree) {
            throw new RequestInProgress();
        }
    }

    private Optional<Row> find(UUID id) {
        return db.sql("""
                        select id, fingerprint, answer from auth.idempotent_answers
                        where id = :id and expires_at > :now
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Row(row.getObject("id", UUID.class), row.getBytes("fingerprint"), row.getBytes("answer")))
                .optional();
    }

    private void keep(Row row, Optional<UserId> owner) {
        Instant end = clock.instant().plus(KEPT);
        @Nullable UUID user = owner.map(UserId::value).orElse(null);
        db.sql("""
                        insert into auth.idempotent_answers (id, user_id, fingerprint, answer, expires_at)
                        values (:id, :user, :fingerprint, :answer, :end)
                        on conflict (id) do update set fingerprint = excluded.fingerprint,
                            answer = excluded.answer, expires_at = excluded.expires_at
                        """)
                .param("id", row.id())
                .param("user", user)
                .param("fingerprint", row.fingerprint())
                .param("answer", row.answer())
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** More than one at a time, so that they grow fewer; few, so that nobody waits for it. */
    private void forgetSome() {
        db.sql("""
                        delete from auth.idempotent_answers where id in (
                            select id from auth.idempotent_answers where expires_at <= :now
                            limit 10 for update skip locked)
                        """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    @SuppressWarnings("ArrayRecordComponent") // read from a row and written to one, never compared as a whole
    private record Row(UUID id, byte[] fingerprint, byte[] answer) {}
}
