package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.provider.Npi;
import claimtrail.event.ExternalId;
import java.util.List;

/// A provider of the portal: number, name, specialty, NPI. None of the portal's NPIs passes its check digit.
final class PortalProviders {

    private PortalProviders() {}

    static List<Statement> statements(Fields provider, String source, List<Note> notes) {
        var npi = provider.textOrNull("npi");
        if (npi != null && !Npi.isValid(npi)) {
            notes.add(Note.warning("NPI_CHECK_DIGIT", "/npi"));
        }
        var name = new ProviderName(
                new ExternalId(source, provider.text("id")),
                provider.textOrNull("name"),
                npi,
                provider.textOrNull("specialty"),
                provider.textOrNull("taxonomy"),
                provider.textOrNull("taxId"));
        return List.of(new Statement.ProviderStated(name));
    }
}
