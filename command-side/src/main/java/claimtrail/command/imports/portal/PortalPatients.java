package claimtrail.command.imports.portal;

import claimtrail.command.claim.PersonNames;
import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.PatientStated;
import java.util.LinkedHashMap;

/// The person of a portal claim: same name and birth date, where there is one, is the same patient.
final class PortalPatients {

    private static final String[][] KEPT = {
        {"patientName", "name"},
        {"patientDOB", "bornOn"},
        {"patientDob", "bornOn"},
        {"patientSex", "sex"},
        {"memberId", "memberId"},
        {"memberGroupId", "groupId"},
        {"priorAuthNumber", "authorisation"},
    };

    private PortalPatients() {}

    static PatientStated of(Fields claim) {
        var vault = new LinkedHashMap<String, String>();
        for (var pair : KEPT) {
            var text = claim.textOrNull(pair[0]);
            if (text != null && !text.isBlank()) {
                vault.put(pair[1], text);
            }
        }
        // The member number stays out of the identity here: only three claims of the portal have one.
        return new PatientStated(
                PersonNames.normalised(vault.getOrDefault("name", "")), vault.get("bornOn"), null, vault);
    }
}
