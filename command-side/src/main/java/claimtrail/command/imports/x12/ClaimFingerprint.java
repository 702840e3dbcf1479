package claimtrail.command.imports.x12;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 of what a record says, made of values and not of bytes, so that separators, padding, `5.7` for `5.70` and
/// the
/// envelope do not matter.
final class ClaimFingerprint {

    private static final char NEXT = '\u001F';
    private static final char LINE = '\u001E';

    private ClaimFingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Lines, adjustments and remarks of a decision.
    static byte[] of(RemittedClaim claim) {
        var text = new StringBuilder(512);
        adjustments(text, claim.adjustments());
        claim.remarks().forEach(it -> part(text, it));
        for (var line : claim.lines()) {
            text.append(LINE);
            procedure(text, line.procedure());
            procedure(text, line.original());
            part(text, line.chargeCents());
            part(text, line.paidCents());
            part(text, line.revenueCode());
            part(text, line.units());
            part(text, line.serviceFrom());
            part(text, line.serviceTo());
            part(text, line.controlNumber());
            part(text, line.allowedCents());
            adjustments(text, line.adjustments());
            line.remarks().forEach(it -> part(text, it));
        }
        return digest(text);
    }

    /// Charge, diagnoses, payer and lines of a submission.
    static byte[] of(SubmittedClaim claim) {
        var text = new StringBuilder(512);
        part(text, claim.chargeCents());
        part(text, claim.facility());
        part(text, claim.payerSequence());
        var payer = claim.parties().payer();
        part(text, payer == null ? null : payer.id());
        part(text, claim.numbers().authorization());
        part(text, claim.dates().statementFrom());
        part(text, claim.dates().statementTo());
        claim.diagnoses().forEach(it -> part(text, it.qualifier() + ' ' + it.code()));
        claim.priorPayers().forEach(it -> {
            text.append(LINE);
            part(text, it.sequence());
            part(text, it.paidCents());
            adjustments(text, it.adjustments());
        });
        for (var line : claim.lines()) {
            text.append(LINE);
            procedure(text, line.procedure());
            part(text, line.revenueCode());
            part(text, line.chargeCents());
            part(text, line.unit());
            part(text, line.units());
            part(text, line.place());
            part(text, line.pointers());
            part(text, line.serviceFrom());
            part(text, line.serviceTo());
            part(text, line.renderingNpi());
            line.priorPayers().forEach(it -> {
                part(text, it.paidCents());
                adjustments(text, it.adjustments());
            });
        }
        return digest(text);
    }

    private static void adjustments(StringBuilder text, List<Adjustment> adjustments) {
        for (var it : adjustments) {
            part(text, it.group());
            part(text, it.code());
            part(text, it.cents());
            part(text, it.quantity());
        }
        text.append(NEXT);
    }

    private static void procedure(StringBuilder text, @Nullable Procedure procedure) {
        if (procedure != null) {
            part(text, procedure.qualifier());
            part(text, procedure.code());
            part(text, procedure.modifiers());
        }
        text.append(NEXT);
    }

    private static void part(StringBuilder text, @Nullable Object value) {
        text.append(value == null ? "" : value).append(NEXT);
    }

    private static byte[] digest(StringBuilder text) {
        return sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
