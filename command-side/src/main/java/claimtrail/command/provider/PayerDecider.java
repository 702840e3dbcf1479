package claimtrail.command.provider;

import static claimtrail.command.provider.PayerRefusal.DAYS_NOT_POSITIVE;
import static claimtrail.command.provider.PayerRefusal.PAYER_ID_TAKEN;
import static claimtrail.command.provider.PayerRefusal.PAYER_UNKNOWN;
import static claimtrail.command.provider.PayerRefusal.TERMS_OVERLAP;

import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PayerEvent.Term;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decides what is asked of a payer.
public final class PayerDecider {

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{Nd}]");

    private PayerDecider() {}

    public static Decision<PayerEvent, PayerRefusal> decide(Payer payer, RegisterPayer command) {
        var registered = new PayerRegistered(command.number(), command.name(), command.payerClass(), command.aliases());
        return switch (payer) {
            case Payer.Registered it when it.registered().equals(registered) -> Decision.seenBefore();
            case Payer.Registered _ -> Decision.refuse(PAYER_ID_TAKEN, "/number");
            case Payer.Unknown _ -> Decision.accept(List.of(registered), names(command), List.of());
        };
    }

    public static Decision<PayerEvent, PayerRefusal> decide(Payer payer, SetPayerTerms command) {
        var set = new PayerTermsSet(command.terms(), command.termsVersion());
        return switch (payer) {
            case Payer.Unknown _ -> Decision.refuse(PAYER_UNKNOWN);
            case Payer.Registered it
            when it.terms().of(set.termsVersion()).equals(set.terms()) -> Decision.seenBefore();
            case Payer.Registered _
            when !command.terms().stream().allMatch(PayerDecider::isPositive) ->
                Decision.refuse(DAYS_NOT_POSITIVE, "/terms");
            case Payer.Registered it
            when !it.terms().of(set.termsVersion()).isEmpty() -> Decision.refuse(TERMS_OVERLAP, "/termsVersion");
            case Payer.Registered it when it.terms().with(set).overlap() -> Decision.refuse(TERMS_OVERLAP, "/terms");
            case Payer.Registered _ -> Decision.accept(set);
        };
    }

    /// The form in which a payer's name or number is looked up: upper case, letters and digits only.
    public static String normalised(String alias) {
        return SEPARATOR.matcher(alias.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static boolean isPositive(Term term) {
        return term.days() >= 1 && term.presumedReceiptDays() >= 0;
    }

    private static List<DirectoryEntry> names(RegisterPayer command) {
        return Stream.concat(Stream.of(command.number().value(), command.name()), command.aliases().stream())
                .map(PayerDecider::normalised)
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(it -> new DirectoryEntry(command.practice(), "payer", it, command.payer()))
                .toList();
    }
}
