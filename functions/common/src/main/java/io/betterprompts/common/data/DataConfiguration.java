package io.betterprompts.common.data;

import com.zaxxer.hikari.HikariDataSource;
import io.betterprompts.common.secret.Secrets;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.HikariCheckpointRestoreLifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of one function. No connection is opened before the first request, so that none is in a snapshot. */
@Configuration(proxyBeanMethods = false)
public class DataConfiguration {

    /** How long a connection that was not used for a while may take to say that it is alive. */
    private static final Duration TEST = Duration.ofMillis(300);

    @Bean
    HikariDataSource pool(Environment environment, Secrets secrets) {
        return pool(DatabaseSettings.from(environment, secrets));
    }

    /** Closes the connections before a snapshot, and waits until they are closed; after a restore the pool opens new ones. */
    @Bean
    HikariCheckpointRestoreLifecycle connectionsClosedBeforeSnapshots(
            HikariDataSource pool, ConfigurableApplicationContext context) {
        return new HikariCheckpointRestoreLifecycle(pool, context);
    }

    /** The caller closes it. */
    public static HikariDataSource pool(DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(server(settings));
        pool.setCredentialsProvider(settings.login()::get);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(0);
        pool.setAllowPoolSuspension(true);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(settings.connectTimeout().toMillis());
        // By a statement, since a driver's own way to ask counts in whole seconds.
        pool.setConnectionTestQuery("select 1");
        pool.setValidationTimeout(TEST.toMillis());
        return pool;
    }

    /** A pool that is given a URL keeps the first login with it; this keeps none. */
    private static DataSource server(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.put("ApplicationName", "betterprompts");
        properties.put("reWriteBatchedInserts", "true");
        // A plan for any value would be a poor one: what one user has in every row another has in none.
        properties.put("prepareThreshold", "0");
        // A row that breaks a constraint would be quoted in the error, and so in the log, with the prompt in it.
        properties.put("logServerErrorDetail", "false");
        // One connection is opened at a time, and whoever waits for it waits for one that hangs too. In seconds.
        properties.put("connectTimeout", "2");
        properties.put("loginTimeout", "2");
        // What is without a request's patience, a migration or a deletion of old rows, ends too when a network is cut.
        properties.put("tcpKeepAlive", "true");
        return new DriverManagerDataSource(settings.url(), properties);
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool) {
        return new PatientPool(pool);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
