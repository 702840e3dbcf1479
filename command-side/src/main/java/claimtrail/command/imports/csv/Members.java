package claimtrail.command.imports.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the members of one object of a mapping profile to the letter: what is missing, unknown or of another shape is
/// told by its pointer. A member that is null is absent.
final class Members {

    private final JsonNode object;
    private final String pointer;
    private final Set<String> known = new HashSet<>();

    private Members(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /// Reads an object, all of whose members must be asked for.
    static <T> T of(JsonNode node, String pointer, Function<Members, T> read) {
        if (!node.isObject()) {
            throw new ProfileInvalid(pointer, "This is an object.");
        }
        var members = new Members(node, pointer);
        var whole = read.apply(members);
        for (var name : node.propertyNames()) {
            if (!members.known.contains(name)) {
                throw new ProfileInvalid(members.at(name), "No member of this name means anything here.");
            }
        }
        return whole;
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// Of all its members.
    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    @Nullable
    JsonNode get(String name) {
        known.add(name);
        var value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private JsonNode required(String name) {
        var value = get(name);
        if (value == null) {
            throw new ProfileInvalid(at(name), "This member is required.");
        }
        return value;
    }

    String text(String name) {
        return text(required(name), at(name));
    }

    @Nullable
    String textOrNull(String name) {
        var value = get(name);
        return value == null ? null : text(value, at(name));
    }

    String textOr(String name, String otherwise) {
        var value = get(name);
        return value == null ? otherwise : text(value, at(name));
    }

    boolean flag(String name, boolean otherwise) {
        var value = get(name);
        if (value != null && !value.isBoolean()) {
            throw new ProfileInvalid(at(name), "This is true or false.");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    /// One visible character of ASCII, or the tabulator.
    char character(String name, String otherwise) {
        var text = textOr(name, otherwise);
        if (text.length() != 1 || text.charAt(0) > '~' || (text.charAt(0) < ' ' && text.charAt(0) != '\t')) {
            throw new ProfileInvalid(at(name), "This is one character of ASCII.");
        }
        return text.charAt(0);
    }

    /// Texts of an array; absent: none. An empty text is one.
    List<String> texts(String name) {
        return each(name, (value, at) -> {
            if (!value.isString()) {
                throw new ProfileInvalid(at, "This is a text.");
            }
            return value.stringValue();
        });
    }

    <T> List<T> each(String name, Element<T> read) {
        var value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new ProfileInvalid(at(name), "This is an array.");
        }
        var found = new ArrayList<T>(value.size());
        for (int i = 0; i < value.size(); i++) {
            found.add(read.of(value.get(i), at(name) + "/" + i));
        }
        return found;
    }

    /// Reads one element of an array.
    @FunctionalInterface
    interface Element<T> {

        T of(JsonNode value, String pointer);
    }

    <T> T object(String name, Function<Members, T> read) {
        return of(required(name), at(name), read);
    }

    <T> @Nullable T objectOrNull(String name, Function<Members, T> read) {
        var value = get(name);
        return value == null ? null : of(value, at(name), read);
    }

    static String text(JsonNode value, String pointer) {
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new ProfileInvalid(pointer, "This is a text that is not empty.");
        }
        return value.stringValue();
    }
}
