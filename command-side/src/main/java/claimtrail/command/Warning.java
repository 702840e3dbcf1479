package claimtrail.command;

/// A doubt about something that was accepted all the same: what a person is refused for, a file is only warned of.
///
/// @param code stable code, one of the stream's refusals
/// @param field JSON pointer of the field in doubt, or empty where it is not one field
public record Warning(String code, String field) {

    public static Warning of(Decision.Refused<?, ?> doubt) {
        return new Warning(doubt.because().name(), doubt.field());
    }
}
