package io.betterprompts.common.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how often a database is asked for something and waited for: statements, and the ends of transactions. */
public final class RoundTrips extends DelegatingDataSource {

    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final AtomicInteger count = new AtomicInteger();

    RoundTrips(DataSource dataSource) {
        super(dataSource);
    }

    /** How many the work takes. */
    public int during(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(Connection.class, super.getConnection());
    }

    private <T> T counting(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (ENDS.contains(method.getName()) || method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    Object result = invoke(method, target, arguments);
                    return result instanceof PreparedStatement statement
                            ? counting(PreparedStatement.class, statement)
                            : result;
                });
        return type.cast(proxy);
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
