package claimtrail.query.replay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections on which every statement about a table of this side means the table of the same name beside
/// it. So the very statements that write the live tables write the others, and cannot differ.
final class Beside extends DelegatingDataSource {

    /// Where the live tables are.
    static final String LIVE = "read_model";

    /// Where those are that are being built.
    static final String SCHEMA = "read_model_replay";

    Beside(DataSource live) {
        super(live);
    }

    /// A statement about the tables beside.
    static String renamed(String sql) {
        return sql.replace(LIVE + '.', SCHEMA + '.');
    }

    @Override
    public Connection getConnection() throws SQLException {
        return renaming(Connection.class, super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return renaming(Connection.class, super.getConnection(user, password));
    }

    private static <T> T renaming(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            arguments[0] = renamed(sql);
        }
        try {
            var answer = method.invoke(target, arguments);
            return answer instanceof Statement statement && method.getReturnType() == Statement.class
                    ? renaming(Statement.class, statement)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
