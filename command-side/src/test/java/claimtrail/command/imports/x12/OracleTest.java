package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A strict parser by other people (StAEDI) counts and adds up the same in every file it accepts.
class OracleTest {

    /// What both parsers must agree on.
    private record Figures(long segments, int claims, int lines, long charge, long paid, long adjusted) {}

    @ParameterizedTest
    @MethodSource("files")
    void both_parsers_agree(String name, byte[] bytes) throws IOException, EDIStreamException {
        assertThat(ours(bytes)).isEqualTo(theirs(bytes));
    }

    static Stream<Arguments> files() throws IOException {
        var files = new ArrayList<Arguments>();
        for (var sample : Samples.ALL) {
            files.add(Arguments.of(sample, Samples.bytes(sample)));
        }
        var written = new X12Writer('|', '>', "~\r\n").remittance(3, 500).readAllBytes();
        files.add(Arguments.of("500 decisions", written));
        var sent = new X12Writer().submissions(3, 500).readAllBytes();
        files.add(Arguments.of("500 claims", sent));
        return files.stream();
    }

    private static Figures ours(byte[] bytes) {
        var heard = Heard.of(bytes);
        assertThat(heard.summary().refused() + heard.summary().held()).isZero();
        int lines = 0;
        long charge = 0;
        long paid = 0;
        long adjusted = 0;
        for (var it : heard.decisions()) {
            lines += it.lines().size();
            charge += it.chargeCents();
            paid += it.paidCents();
            adjusted += Balance.adjustedCents(it);
        }
        for (var it : heard.claims()) {
            lines += it.lines().size();
            charge += it.chargeCents();
            for (var prior : it.priorPayers()) {
                adjusted += Balance.sum(prior.adjustments());
            }
            for (var line : it.lines()) {
                for (var prior : line.priorPayers()) {
                    adjusted += Balance.sum(prior.adjustments());
                }
            }
        }
        for (var it : heard.acknowledgements()) {
            lines += it.lines().size();
        }
        int claims = heard.decisions().size()
                + heard.claims().size()
                + heard.acknowledgements().size();
        return new Figures(heard.summary().segments(), claims, lines, charge, paid, adjusted);
    }

    private static Figures theirs(byte[] bytes) throws IOException, EDIStreamException {
        long segments = 0;
        int claims = 0;
        int lines = 0;
        long charge = 0;
        long paid = 0;
        long adjusted = 0;
        boolean patient = false;
        try (var reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            var elements = new ArrayList<String>();
            boolean composite = false;
            var tag = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case START_SEGMENT -> {
                        tag = reader.getText();
                        elements.clear();
                        segments++;
                    }
                    case START_COMPOSITE -> {
                        composite = true;
                        elements.add("");
                    }
                    case END_COMPOSITE -> composite = false;
                    case ELEMENT_DATA -> {
                        if (composite) {
                            elements.set(elements.size() - 1, elements.getLast() + ":" + reader.getText());
                        } else {
                            elements.add(reader.getText());
                        }
                    }
                    case END_SEGMENT -> {
                        switch (tag) {
                            case "CLP" -> {
                                claims++;
                                charge += cents(elements, 2);
                                paid += cents(elements, 3);
                            }
                            case "CLM" -> {
                                claims++;
                                charge += cents(elements, 1);
                            }
                            case "HL" -> patient = elements.get(2).equals("PT");
                            case "TRN" -> claims += patient ? 1 : 0;
                            case "SVC", "SV1", "SV2" -> lines++;
                            case "CAS" -> adjusted += cents(elements, 2) + cents(elements, 5) + cents(elements, 8);
                            default -> {}
                        }
                    }
                    default -> {}
                }
            }
        }
        return new Figures(segments, claims, lines, charge, paid, adjusted);
    }

    private static long cents(List<String> elements, int index) {
        var text = index < elements.size() ? elements.get(index) : "";
        return text.isEmpty() ? 0 : new BigDecimal(text).movePointRight(2).longValueExact();
    }
}
