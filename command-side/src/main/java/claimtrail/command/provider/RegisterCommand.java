package claimtrail.command.provider;

import claimtrail.command.Command;
import claimtrail.event.ExternalId;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.Term;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be asked of practices, providers and payers.
public sealed interface RegisterCommand extends Command {

    /// Let a practice join.
    record RegisterPractice(
            UUID practice,
            ExternalId number,
            String name,
            String timeZone,
            @Nullable String taxId,
            @Nullable String specialty,
            boolean simulated)
            implements RegisterCommand {
        @Override
        public UUID stream() {
            return practice;
        }
    }

    /// Make a provider known; a stub may be named once.
    record RegisterProvider(
            UUID provider,
            UUID practice,
            ExternalId number,
            @Nullable String name,
            @Nullable String npi,
            @Nullable String specialty,
            @Nullable String taxonomy,
            @Nullable String tin,
            boolean stub)
            implements RegisterCommand {
        @Override
        public UUID stream() {
            return provider;
        }
    }

    /// Make a payer known.
    record RegisterPayer(
            UUID payer, UUID practice, ExternalId number, String name, PayerClass payerClass, List<String> aliases)
            implements RegisterCommand {
        @Override
        public UUID stream() {
            return payer;
        }
    }

    /// Set a payer's deadlines.
    record SetPayerTerms(UUID payer, UUID practice, List<Term> terms, String termsVersion) implements RegisterCommand {
        @Override
        public UUID stream() {
            return payer;
        }
    }
}
