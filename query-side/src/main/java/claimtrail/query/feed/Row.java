package claimtrail.query.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The values of one row, some of which may be absent.
public final class Row {

    private Row() {}

    /// In the order of the statement's places.
    public static List<@Nullable Object> of(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /// The only column of a row: an id that is never absent.
    public static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject(1, UUID.class));
    }
}
