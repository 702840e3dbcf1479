package claimtrail.command.imports.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sink that remembers, and short ways to read a text.
final class Heard implements X12Sink {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 21);

    final List<X12Record> records = new ArrayList<>();
    final List<X12Record> held = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> refusedNumbers = new ArrayList<>();

    @Nullable
    X12Summary summary;

    static X12Options options() {
        return X12Options.standard(TODAY);
    }

    static Heard of(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Heard of(byte[] bytes) {
        return of(bytes, options());
    }

    static Heard of(byte[] bytes, X12Options options) {
        var heard = new Heard();
        try {
            heard.summary = X12Reader.read(new ByteArrayInputStream(bytes), options, heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    @Override
    public void take(X12Record found) {
        records.add(found);
    }

    @Override
    public void held(X12Record found, Finding why) {
        held.add(found);
        findings.add(why);
    }

    @Override
    public void finding(Finding finding, @Nullable String claimNumber) {
        findings.add(finding);
        if (finding.severity() == Severity.REFUSED && claimNumber != null) {
            refusedNumbers.add(claimNumber);
        }
    }

    X12Summary summary() {
        return Objects.requireNonNull(summary);
    }

    List<RemittedClaim> decisions() {
        return all(RemittedClaim.class);
    }

    List<SubmittedClaim> claims() {
        return all(SubmittedClaim.class);
    }

    List<Acknowledgement> acknowledgements() {
        return all(Acknowledgement.class);
    }

    RemittedClaim decision() {
        return decisions().getFirst();
    }

    SubmittedClaim claim() {
        return claims().getFirst();
    }

    <R extends X12Record> List<R> all(Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Codes found, each once.
    Set<FindingCode> codes() {
        var codes = new HashSet<FindingCode>();
        findings.forEach(it -> codes.add(it.code()));
        return codes;
    }

    Finding finding(FindingCode code) {
        return findings(code).findFirst().orElseThrow(() -> new AssertionError(code + " not in " + findings));
    }

    Stream<Finding> findings(FindingCode code) {
        return findings.stream().filter(it -> it.code() == code);
    }
}
