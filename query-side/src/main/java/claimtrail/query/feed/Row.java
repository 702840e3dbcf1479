package claimtrail.query.feed;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one row, some of which may be absent.
public final class Row {

    private Row() {}

    /// In the order of the statement's places.
    public static List<@Nullable Object> of(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
