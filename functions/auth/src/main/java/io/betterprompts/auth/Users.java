package io.betterprompts.auth;

import io.betterprompts.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts, in {@code auth.users}. */
final class Users {

    private final JdbcClient db;

    Users(JdbcClient db) {
        this.db = db;
    }

    /**
     * @throws EmailTaken if another account has this e-mail, however it is spelled
     * @throws UsernameTaken if another account has this name, however it is spelled
     */
    void add(User user, String passwordHash) {
        try {
            db.sql("""
                            insert into auth.users (
                                id, email, email_key, username, username_key, password_hash, created_at, updated_at)
                            values (:id, :email, :email_key, :username, :username_key, :hash, :created, :updated)
                            """)
                    .param("id", user.id().value())
                    .param("email", user.email())
                    .param("email_key", new Email(user.email()).key())
                    .param("username", user.username())
                    .param("username_key", new Username(user.username()).key())
                    .param("hash", passwordHash)
                    .param("created", user.createdAt().atOffset(ZoneOffset.UTC))
                    .param("updated", user.updatedAt().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    Optional<User> find(UserId id) {
        return db.sql("""
                        select id, email, username, version, created_at, updated_at
                        from auth.users
                        where id = :id
                        """).param("id", id.value()).query((row, n) -> user(row)).optional();
    }

    /** The account, which nobody else changes until the transaction ends. */
    Optional<Account> lock(UserId id) {
        return db.sql("""
                        select id, email, username, version, created_at, updated_at, password_hash, is_active
                        from auth.users
                        where id = :id
                        for update
                        """)
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> account(UserId id) {
        return account("id = :key", id.value());
    }

    /**
     * Writes e-mail, user name, version and time of change.
     *
     * @throws EmailTaken if another account has the e-mail
     * @throws UsernameTaken if another account has the name
     */
    void update(User user) {
        try {
            db.sql("""
                            update auth.users
                            set email = :email, email_key = :email_key, username = :username,
                                username_key = :username_key, version = :version, updated_at = :updated
                            where id = :id
                            """)
                    .param("email", user.email())
                    .param("email_key", new Email(user.email()).key())
                    .param("username", user.username())
                    .param("username_key", new Username(user.username()).key())
                    .param("version", user.version())
                    .param("updated", user.updatedAt().atOffset(ZoneOffset.UTC))
                    .param("id", user.id().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    void setPassword(UserId id, String hash, Instant now) {
        db.sql("""
                        update auth.users set password_hash = :hash, version = version + 1, updated_at = :now
                        where id = :id
                        """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    Optional<Account> account(LoginName name) {
        return account(name.isEmail() ? "email_key = :key" : "username_key = :key", name.key());
    }

    private Optional<Account> account(String condition, Object key) {
        return db.sql("""
                        select id, email, username, version, created_at, updated_at, password_hash, is_active
                        from auth.users
                        where\s""" + condition)
                .param("key", key)
                .query((row, n) -> account(row))
                .optional();
    }

    /** Leaves a password alone that was changed in the meantime. */
    void rehash(UserId id, String oldHash, String newHash) {
        db.sql("update auth.users set password_hash = :new where id = :id and password_hash = :old")
                .param("new", newHash)
                .param("id", id.value())
                .param("old", oldHash)
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(user(row), row.getString("password_hash"), row.getBoolean("is_active"));
    }

    static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("username"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static RuntimeException taken(DuplicateKeyException e) {
        String constraint = e.getMostSpecificCause() instanceof PSQLException p && p.getServerErrorMessage() != null
                ? String.valueOf(p.getServerErrorMessage().getConstraint())
                : "";
        return switch (constraint) {
            case "users_email_taken" -> new EmailTaken();
            case "users_username_taken" -> new UsernameTaken();
            default -> e;
        };
    }

    /** An account with what proves its owner. */
    record Account(User user, String passwordHash, boolean active) {

        /** Whether the password that proved this account's owner proves the other's too. */
        boolean provedAlike(Account other) {
            return other.active && passwordHash.equals(other.passwordHash);
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return user.id().toString();
        }
    }
}
