package claimtrail.query.learning;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.learning.Codes.Code;
import claimtrail.query.learning.Learning.Summary;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Practice and codes over HTTP.
@RestController
public final class LearningController {

    private static final int DAYS = 90;

    private final Asking asking;
    private final Learning learning;
    private final Codes codes;
    private final Metas metas;

    LearningController(Asking asking, Learning learning, Codes codes, Metas metas) {
        this.asking = asking;
        this.learning = learning;
        this.codes = codes;
        this.metas = metas;
    }

    record Learnt(@JsonUnwrapped Summary summary, Meta meta) {}

    @GetMapping("/api/learning/summary")
    ResponseEntity<Learnt> summary(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asked(Asking.parameters(request.getParameterMap()), asking);
        return Tagged.answer(has, "learning " + asked, () -> new Learnt(learning.of(asked), metas.of(asked)));
    }

    /// What a summary is asked about: all days up to the day, where no window is named.
    public static Asked asked(Parameters given, Asking asking) {
        var asked = asking.about(given, DAYS);
        var windowed =
                Stream.of("days", "from").anyMatch(name -> given.text(name).isPresent());
        return windowed ? asked : asked.about(asked.window().sinceEver());
    }

    record One(@JsonUnwrapped Code code, Meta meta) {}

    @GetMapping("/api/codes/{code}")
    ResponseEntity<One> code(
            @PathVariable String code,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), DAYS);
        var wanted = code.toUpperCase(Locale.ROOT);
        return Tagged.answer(
                has,
                "code " + wanted + asked,
                () -> new One(
                        codes.find(wanted, asked).orElseThrow(() -> new NotThere("CODE_UNKNOWN")), metas.of(asked)));
    }
}
