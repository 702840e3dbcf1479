/// Facts, their arithmetic and their proof. What is not required here cannot be used: no Spring, no Axon, no SQL.
module claimtrail.shared {
    requires static org.jspecify;
    requires tools.jackson.databind;

    exports claimtrail.event;
}
