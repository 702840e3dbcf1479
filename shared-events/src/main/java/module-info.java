/// Facts, their arithmetic and their proof. What is not required here cannot be used: no Spring, no Axon, no
/// SQL.
module claimtrail.shared {
    requires static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;

    exports claimtrail.definition;
    exports claimtrail.denial;
    exports claimtrail.denial.bill;
    exports claimtrail.denial.detection;
    exports claimtrail.denial.pair;
    exports claimtrail.denial.screening;
    exports claimtrail.event;
    exports claimtrail.event.claim;
    exports claimtrail.event.imports;
    exports claimtrail.event.json;
    exports claimtrail.event.learning;
    exports claimtrail.event.pattern;
    exports claimtrail.event.policy;
    exports claimtrail.event.provider;
    exports claimtrail.event.reference;
    exports claimtrail.metric;
    exports claimtrail.metric.claim;
    exports claimtrail.metric.imports;
    exports claimtrail.metric.learning;
    exports claimtrail.metric.pattern;
    exports claimtrail.proof;
}
