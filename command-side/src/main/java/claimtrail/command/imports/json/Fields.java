package claimtrail.command.imports.json;

import claimtrail.command.imports.reading.Amounts;
import claimtrail.command.imports.reading.Days;
import claimtrail.command.imports.reading.NotReadable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the members of one JSON object; what is missing or of another shape is refused with the pointer of the member.
///
/// @param pointer where the object stands inside its record; empty for the record itself
public record Fields(JsonNode node, String pointer) {

    /// The record itself.
    ///
    /// @throws NotReadable `REQUIRED_MISSING` if it is no object
    public static Fields of(JsonNode node) {
        if (!node.isObject()) {
            throw new NotReadable("REQUIRED_MISSING", "");
        }
        return new Fields(node, "");
    }

    public String at(String name) {
        return pointer + "/" + name;
    }

    public boolean has(String name) {
        var value = node.get(name);
        return value != null && !value.isNull();
    }

    /// A text that must be there; a number is taken as it is written.
    public String text(String name) {
        var text = textOrNull(name);
        if (text == null || text.isBlank()) {
            throw new NotReadable("REQUIRED_MISSING", at(name));
        }
        return text.strip();
    }

    public @Nullable String textOrNull(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isNumber()) {
            return plain(value, name);
        }
        if (value.isBoolean()) {
            return Boolean.toString(value.booleanValue());
        }
        throw new NotReadable("CODE_UNREADABLE", at(name));
    }

    public String textOr(String name, String otherwise) {
        var text = textOrNull(name);
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    public boolean flag(String name) {
        var value = node.get(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    public LocalDate day(String name) {
        return Days.iso(text(name), at(name));
    }

    public @Nullable LocalDate dayOrNull(String name) {
        return has(name) && !textOr(name, "").isEmpty() ? day(name) : null;
    }

    public Instant instant(String name) {
        return Days.instant(text(name), at(name));
    }

    /// Dollars, as a number or as a text.
    public long cents(String name) {
        var cents = centsOrNull(name);
        if (cents == null) {
            throw new NotReadable("REQUIRED_MISSING", at(name));
        }
        return cents;
    }

    public @Nullable Long centsOrNull(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return Amounts.cents(value.decimalValue(), at(name));
        }
        if (value.isString()) {
            return Amounts.cents(value.stringValue(), at(name));
        }
        throw new NotReadable("AMOUNT_UNREADABLE", at(name));
    }

    public @Nullable BigDecimal unitsOrNull(String name) {
        var text = textOrNull(name);
        return text == null || text.isBlank() ? null : Amounts.units(text, at(name));
    }

    public @Nullable Integer wholeOrNull(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new NotReadable("CODE_UNREADABLE", at(name));
        }
        return value.intValue();
    }

    /// Texts of an array; absent is empty.
    public List<String> texts(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new NotReadable("CODE_UNREADABLE", at(name));
        }
        var texts = new ArrayList<String>(value.size());
        for (var item : value) {
            if (item.isString()) {
                texts.add(item.stringValue().strip());
            } else if (item.isNumber()) {
                texts.add(plain(item, name));
            } else {
                throw new NotReadable("CODE_UNREADABLE", at(name));
            }
        }
        return texts;
    }

    /// Objects of an array, each read by the function with its index from 0; absent is empty.
    public <T> List<T> each(String name, BiFunction<Fields, Integer, T> read) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new NotReadable("CODE_UNREADABLE", at(name));
        }
        var found = new ArrayList<T>(value.size());
        for (int i = 0; i < value.size(); i++) {
            found.add(read.apply(new Fields(value.get(i), at(name) + "/" + i), i));
        }
        return found;
    }

    /// An exponent must not make a text of a billion digits.
    private String plain(JsonNode number, String name) {
        var value = number.decimalValue();
        if (Math.abs((long) value.scale()) > 40) {
            throw new NotReadable("CODE_UNREADABLE", at(name));
        }
        return value.toPlainString();
    }

    public @Nullable Fields objectOrNull(String name) {
        var value = node.get(name);
        return value != null && value.isObject() ? new Fields(value, at(name)) : null;
    }
}
