package io.betterprompts.planted.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

record SeesSpring(JdbcClient db) {}
