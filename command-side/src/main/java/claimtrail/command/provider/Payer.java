package claimtrail.command.provider;

import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;

/// What a payer is to its decider.
public sealed interface Payer {

    /// Nobody told us of it.
    record Unknown() implements Payer {}

    /// Known, with the deadlines we were told.
    record Registered(PayerRegistered registered, Terms terms) implements Payer {}

    /// The payer after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Payer after(Payer payer, PayerEvent event) {
        return switch (event) {
            case PayerRegistered it ->
                switch (payer) {
                    case Unknown _ -> new Registered(it, Terms.none());
                    case Registered _ -> throw new IllegalStateException("a payer registered twice");
                };
            case PayerTermsSet it ->
                switch (payer) {
                    case Unknown _ -> throw new IllegalStateException("terms of a payer nobody registered");
                    case Registered known ->
                        new Registered(known.registered(), known.terms().with(it));
                };
        };
    }
}
