package io.betterprompts.common.data;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as requests see it: none waits for a connection, or for a database that does not answer on it, longer than its
 * {@link Patience} lasts. A connection that was given up is closed, and the pool opens another when one is asked for.
 */
final class PatientPool extends DelegatingDataSource {

    private final HikariDataSource pool;

    PatientPool(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Patience patience = Patience.current();
        long asked = System.nanoTime();
        Connection connection;
        try {
            connection = connection(patience.left());
        } finally {
            patience.waited(Duration.ofNanos(System.nanoTime() - asked));
        }
        return answering(connection, patience.left());
    }

    /** The pool itself waits as long for everybody; what is behind it does as it is told. */
    private Connection connection(Duration wait) throws SQLException {
        return pool.getHikariPoolMXBean() instanceof HikariPool started
                ? started.getConnection(wait.toMillis())
                : pool.getConnection();
    }

    /** The pool takes the limit away again when it gets the connection back. */
    private static Connection answering(Connection connection, Duration within) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) within.toMillis());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
