package claimtrail.query.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Two versions of a policy, field by field.
public final class VersionChanges {

    /// The number of a version, and figures of its source, are no change of the rule.
    private static final Set<String> NO_RULE = Set.of("/version", "/asserted");

    private VersionChanges() {}

    /// A field that differs.
    ///
    /// @param field JSON pointer into the version; lists are compared as a whole
    /// @param before absent where the earlier version has none
    /// @param after absent where the later version has none
    public record Change(String field, JsonNode before, JsonNode after) {}

    /// The fields that differ, by name.
    public static List<Change> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<Change>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<Change> changes) {
        if (NO_RULE.contains(at) || before.equals(after) || (isNothing(before) && isNothing(after))) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(at + '/' + name, before.path(name), after.path(name), changes));
        } else {
            changes.add(new Change(at, before, after));
        }
    }

    private static boolean isNothing(JsonNode it) {
        return it.isMissingNode() || it.isNull();
    }
}
