package io.betterprompts.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptPostgresIT {

    @TempDir
    private Path folder;

    private static JdbcClient db(KeptPostgres postgres) {
        return JdbcClient.create(postgres.database().dataSource());
    }

    @Test
    void keepsItsDataAndWritesItToDisk() {
        try (KeptPostgres postgres = KeptPostgres.start(folder.resolve("postgres"))) {
            db(postgres).sql("create table kept as select 7 as n").update();
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (KeptPostgres postgres = KeptPostgres.start(folder.resolve("postgres"))) {
            assertThat(db(postgres)
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    private static String setting(KeptPostgres postgres, String name) {
        return db(postgres).sql("show " + name).query(String.class).single();
    }
}
