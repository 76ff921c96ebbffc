package io.betterprompts.planted.auth;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

record StreamsRows(JdbcClient db) {

    List<Integer> ones() {
        return db.sql("select 1").query(Integer.class).stream().toList();
    }
}
