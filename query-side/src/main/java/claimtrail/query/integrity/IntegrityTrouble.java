package claimtrail.query.integrity;

/// Why no checkpoint is made, in a sentence for people.
final class IntegrityTrouble extends RuntimeException {

    IntegrityTrouble(String says) {
        super(says);
    }

    IntegrityTrouble(String says, Throwable cause) {
        super(says, cause);
    }
}
