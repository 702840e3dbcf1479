package claimtrail.command.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The border between a request, where every field may be missing, and a command, where none is.
public final class Fields {

    private Fields() {}

    /// The value of a field that must be there; a text must not be blank.
    ///
    /// @throws Malformed if it is missing
    public static <T> T required(String pointer, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new Malformed(pointer, "This field is required.");
        }
        return value;
    }

    /// The value of a field, or what its absence means.
    public static <T> T orElse(@Nullable T value, T meaning) {
        return value == null ? meaning : value;
    }

    /// The elements of a list; none when the list is missing.
    ///
    /// @throws Malformed if an element is null
    public static <T> List<T> list(String pointer, @Nullable List<? extends @Nullable T> values) {
        return list(pointer, values, (_, value) -> value);
    }

    /// The elements of a list, each turned into what a command holds; none when the list is missing.
    ///
    /// @param reading gets the pointer of the element and the element
    /// @throws Malformed if an element is null
    public static <T, R> List<R> list(
            String pointer, @Nullable List<? extends @Nullable T> values, Reading<? super T, ? extends R> reading) {
        if (values == null) {
            return List.of();
        }
        var read = new ArrayList<R>(values.size());
        for (var value : values) {
            var at = pointer + '/' + read.size();
            if (value == null) {
                throw new Malformed(at, "An element of this list is null.");
            }
            read.add(reading.read(at, value));
        }
        return List.copyOf(read);
    }

    /// Turns an element of a request into an element of a command.
    @FunctionalInterface
    public interface Reading<T, R> {

        /// The element, read.
        R read(String pointer, T value);
    }
}
