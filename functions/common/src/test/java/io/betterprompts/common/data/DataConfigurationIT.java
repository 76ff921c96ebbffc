package io.betterprompts.common.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import io.betterprompts.common.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DataConfigurationIT {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void logsInAsTheSecretSaysWhenTheConnectionIsMade() {
        database.db().sql("create role first_login login").update();
        database.db().sql("create role second_login login").update();
        AtomicReference<String> user = new AtomicReference<>("first_login");
        DatabaseSettings settings = new DatabaseSettings(
                database.jdbcUrl(), () -> Credentials.of(user.get(), ""), 1, Duration.ofSeconds(5));

        try (HikariDataSource pool = DataConfiguration.pool(settings)) {
            assertThat(whoAmI(pool)).isEqualTo("first_login");
            user.set("second_login");
            pool.getHikariPoolMXBean().softEvictConnections();
            assertThat(whoAmI(pool)).isEqualTo("second_login");
        }
    }

    private static String whoAmI(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("select current_user::text")
                .query(String.class)
                .single();
    }
}
