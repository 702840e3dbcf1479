package claimtrail.query.page;

import claimtrail.query.feed.LogReader;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Parameters;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
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
    private final LogReader log;

    AsOfController(Asking asking, LogReader log) {
        this.asking = asking;
        this.log = log;
    }

    /// `at` is a position, an instant or a day; `moment` a stop of the slider, in milliseconds.
    @GetMapping("/as-of")
    ResponseEntity<Void> asOf(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), KNOWN);
        var to = given.text("to").filter(AsOfController::isOurs).orElse("/");
        var position = given.number("moment", 0, Long.MAX_VALUE)
                .map(moment -> known(Instant.ofEpochMilli(moment)))
                .or(() -> given.text("at").map(at -> position(at, given)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        position.map(it -> Links.asOf(to, it)).orElse(to))
                .build();
    }

    private long position(String at, Parameters given) {
        return day(at).map(day -> known(endOf(day, given)))
                .orElseGet(() -> asking.asOf(new Parameters(
                        Map.of("asOf", new String[] {at.replace(",", "")}), Set.of("asOf"))));
    }

    private static Optional<LocalDate> day(String at) {
        try {
            return Optional.of(LocalDate.parse(at));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The last moment of a day, as the practice counts days.
    private Instant endOf(LocalDate day, Parameters given) {
        var zone = given.text("practice").isPresent()
                ? ZoneId.of(asking.practice(given).timeZone())
                : ZoneId.of("UTC");
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /// What was known at a moment; of one that is not over, what is counted by now.
    private long known(Instant moment) {
        return Math.min(log.positionAt(moment), asking.asOf(new Parameters(Map.of(), Set.of())));
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
