package claimtrail.query.page;

import claimtrail.query.web.Asking;
import claimtrail.query.web.Parameters;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/// Where the bar of a page leads: it turns a day, a moment or a position into the same page as it was known then.
@Controller
final class AsOfController {

    private static final Set<String> KNOWN = Set.of("to", "at", "moment", "practice");

    private final Asking asking;

    AsOfController(Asking asking) {
        this.asking = asking;
    }

    /// `at` is a position, an instant or a day; `moment` a stop of the slider, in milliseconds.
    @GetMapping("/as-of")
    ResponseEntity<Void> asOf(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), KNOWN);
        var to = given.text("to").filter(AsOfController::isOurs).orElse("/");
        var at = given.number("moment", 0, Long.MAX_VALUE)
                .map(moment -> Instant.ofEpochMilli(moment).toString())
                .or(() -> given.text("at").map(text -> endOf(text, given)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        at.map(it -> Links.asOf(to, position(it))).orElse(to))
                .build();
    }

    private long position(String at) {
        return asking.asOf(new Parameters(Map.of("asOf", new String[] {at.replace(",", "")}), Set.of("asOf")));
    }

    /// The last moment of a day, as the practice counts days; what is no day stays as it is.
    private String endOf(String at, Parameters given) {
        try {
            var zone = given.text("practice").isPresent()
                    ? ZoneId.of(asking.practice(given).timeZone())
                    : ZoneId.of("UTC");
            return LocalDate.parse(at)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusMillis(1)
                    .toString();
        } catch (DateTimeException _) {
            return at;
        }
    }

    /// An address of this site, so that nobody is led elsewhere.
    private static boolean isOurs(String to) {
        try {
            return to.startsWith("/")
                    && !to.startsWith("//")
                    && !to.contains("\\")
                    && !URI.create(to).isAbsolute();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
