package claimtrail.command.web;

import org.jspecify.annotations.Nullable;

/// Why a request was not carried out, in the form of RFC 9457 (problem+json). Holds public codes and places, never what
/// a field contained.
///
/// @param title one sentence for people
/// @param status the HTTP status
/// @param code stable, for programs: `APPEAL_TOO_LATE`
/// @param field JSON pointer of the field at fault, where it is one
public record Problem(
        String title, int status, String code, @Nullable String field) {}
