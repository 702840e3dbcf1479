package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Figures that the portal states about itself: kept as texts beside the fact, read by no fold.
final class Asserted {

    private Asserted() {}

    /// The named members, flattened to texts by their path.
    static Map<String, String> of(Fields record, List<String> members) {
        var figures = new TreeMap<String, String>();
        for (var member : members) {
            var value = record.node().get(member);
            if (value != null) {
                flatten(member, value, figures);
            }
        }
        return figures;
    }

    private static void flatten(String path, JsonNode value, Map<String, String> figures) {
        if (value.isObject()) {
            value.propertyStream().forEach(member -> flatten(path + "." + member.getKey(), member.getValue(), figures));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(path + "." + i, value.get(i), figures);
            }
        } else if (!value.isNull()) {
            figures.put(path, value.asString());
        }
    }
}
