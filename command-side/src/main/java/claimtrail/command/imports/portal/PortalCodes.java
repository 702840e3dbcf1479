package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.ModifierUse;
import claimtrail.event.reference.ReferenceEvent.PayerRule;
import claimtrail.event.reference.ReferenceEvent.RelatedCode;
import claimtrail.event.reference.ReferenceEvent.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reference card of the portal. The descriptions of procedure codes resemble wording owned by the AMA; the card is
/// titled by its code and category instead.
final class PortalCodes {

    private static final List<String> FIGURES = List.of(
            "usageHistory", "yourApprovalRate", "nationalApprovalRate", "avgReimbursement", "commonDenialReasons");

    private static final Map<String, Relation> RELATIONS = Map.of(
            "alternative", Relation.ALTERNATIVE,
            "bundle", Relation.BUNDLE,
            "bundled", Relation.BUNDLE,
            "add-on", Relation.ADD_ON,
            "addon", Relation.ADD_ON,
            "prerequisite", Relation.PREREQUISITE);

    private PortalCodes() {}

    static List<Statement> statements(Fields card, List<Note> notes) {
        var asserted = Asserted.of(card, FIGURES);
        if (!asserted.isEmpty()) {
            notes.add(Note.warning("FIGURES_ASSERTED", ""));
        }
        var code = card.text("code");
        var category = card.text("category");
        var modifiers = new ArrayList<>(card.each("requiredModifiers", (use, _) -> modifier(use)));
        modifiers.addAll(card.each("optionalModifiers", (use, _) -> modifier(use)));
        var related = new ArrayList<RelatedCode>();
        card.each("relatedCodes", (other, _) -> {
            var relation = relation(other);
            if (relation == null) {
                notes.add(Note.warning("CODE_UNREADABLE", other.at("relationship")));
            } else {
                related.add(new RelatedCode(other.text("code"), relation));
            }
            return code;
        });
        return List.of(new Statement.CodeStated(new CodePublished(
                code,
                1,
                category + " " + code,
                category,
                card.day("lastUpdated"),
                card.texts("typicalDiagnosisCodes"),
                card.texts("documentationRequirements"),
                card.texts("bestPractices"),
                card.texts("warnings"),
                modifiers,
                related,
                card.each(
                        "payerRules",
                        (rule, _) -> new PayerRule(
                                rule.text("payerName"), rule.text("rule"), rule.dayOrNull("effectiveDate"))),
                asserted.isEmpty() ? null : asserted)));
    }

    private static ModifierUse modifier(Fields use) {
        return new ModifierUse(use.text("code"), use.textOr("usage", ""), use.flag("required"));
    }

    private static @Nullable Relation relation(Fields other) {
        return RELATIONS.get(
                other.textOr("relationship", "").toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
