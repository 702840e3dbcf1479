package claimtrail.event;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.reference.ReferenceEvent;

/// A fact. One sealed family per stream; together they are the catalogue.
public sealed interface DomainEvent
        permits ClaimEvent,
                ImportEvent,
                PracticeSessionEvent,
                PatternEvent,
                PolicyEvent,
                PayerEvent,
                PracticeEvent,
                ProviderEvent,
                ReferenceEvent {}
