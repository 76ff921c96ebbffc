package io.betterprompts.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MICROS;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down whoever guesses passwords, in {@code auth.login_attempts}. What counts is a name together with the network
 * that tries it, so that nobody's failures make somebody else wait who comes from elsewhere.
 */
final class LoginAttempts {

    /** So many failures of other networks within {@link #CROWD_PERIOD} make a crowd. */
    static final int CROWD = 100;

    static final Duration CROWD_PERIOD = Duration.ofHours(1);

    /** Many others fail, and no login of the account came from here. */
    private static final String CROWDED = """
            (select coalesce(sum(o.failures), 0) >= :crowd from auth.login_attempts o
             where o.name_hash = :hash and o.network <> %s and o.last_at > :since)
            and not exists (
                select from auth.users u join auth.sessions s on s.user_id = u.id
                where (u.email_key = :name or u.username_key = :name or u.id::text = :name) and %s = %s)
            """.formatted(network(":ip"), network("s.ip"), network(":ip"));

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LoginAttempts(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Counts an attempt before the password is looked at, so that many at once are counted as many.
     *
     * @param name in its one spelling, whether an account has it or not
     * @throws TooManyAttempts if it is not let in; then it does not count
     */
    void begin(String name, String ip) {
        Duration wait = transactions.execute(transaction -> count(name, ip));
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
    }

    private Duration count(String name, String ip) {
        Attempt attempt = lock(name, ip);
        Duration wait = attempt.waitAt(clock.instant());
        if (wait.isZero()) {
            boolean anew = attempt.isForgotten(clock.instant());
            update(name, ip, anew ? 1 : attempt.failures() + 1);
            forgetOld();
        }
        return wait;
    }

    /** The row stays locked until the transaction ends, so that attempts are counted one after the other. */
    private Attempt lock(String name, String ip) {
        return db.sql("""
                        insert into auth.login_attempts as a (name_hash, network, failures, last_at)
                        values (:hash, %s, 0, :now)
                        on conflict (name_hash, network) do update set failures = a.failures
                        returning failures, last_at, (%s) as crowded
                        """.formatted(network(":ip"), CROWDED))
                .param("hash", hash(name))
                .param("ip", ip)
                .param("name", name)
                .param("now", now())
                .param("since", now().minus(CROWD_PERIOD))
                .param("crowd", CROWD)
                .query((row, n) -> new Attempt(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("crowded")))
                .single();
    }

    /** An IPv4 address, or the 64 bits of an IPv6 network: whoever has one address of it has them all. */
    private static String network(String ip) {
        String inet = "cast(" + ip + " as inet)";
        return "network(set_masklen(" + inet + ", case family(" + inet + ") when 4 then 32 else 64 end))";
    }

    private void update(String name, String ip, int failures) {
        db.sql(
                        "update auth.login_attempts set failures = :failures, last_at = :now where name_hash = :hash and network = "
                                + network(":ip"))
                .param("failures", failures)
                .param("now", now())
                .param("hash", hash(name))
                .param("ip", ip)
                .update();
    }

    /** Forgets the failures of this name and network: the password was right. */
    void succeed(String name, String ip) {
        db.sql("delete from auth.login_attempts where name_hash = :hash and network = " + network(":ip"))
                .param("hash", hash(name))
                .param("ip", ip)
                .update();
    }

    /** Forgets who tried the names of an account. */
    void forget(User user) {
        for (String name : new String[] {
            new Email(user.email()).key(),
            new Username(user.username()).key(),
            user.id().toString()
        }) {
            db.sql("delete from auth.login_attempts where name_hash = :hash")
                    .param("hash", hash(name))
                    .update();
        }
    }

    /** A few at a time, and none that another request holds. */
    private void forgetOld() {
        db.sql("""
                        delete from auth.login_attempts
                        where (name_hash, network) in (
                            select name_hash, network from auth.login_attempts where last_at < :before
                            limit 50 for update skip locked)
                        """).param("before", now().minus(Attempt.FORGOTTEN_AFTER)).update();
    }

    /** Never later than it is: the database would round up. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(MICROS).atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
