package claimtrail.query.provider;

import java.util.List;
import java.util.UUID;

/// A payer as registered.
///
/// @param aliases other numbers and names under which files speak of it
public record PayerView(UUID id, String number, String name, String payerClass, List<String> aliases) {}
