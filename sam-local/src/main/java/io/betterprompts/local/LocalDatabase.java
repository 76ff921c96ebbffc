package io.betterprompts.local;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How the functions reach the database. */
record LocalDatabase(String url, String user, String password) {

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
