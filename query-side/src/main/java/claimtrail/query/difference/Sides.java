package claimtrail.query.difference;

import claimtrail.query.audit.Freshness;
import claimtrail.query.number.SettingHistory;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// One question as of two positions. What is left open (days, practice) is filled in as of the second, so that both
/// are about the same.
///
/// @param first the earlier one
/// @param second the later one
public record Sides(Asked first, Asked second) {

    static final String FIRST = "asOf";
    static final String SECOND = "against";

    /// The parameters that ask for this again.
    public String query() {
        return first.query() + "&" + SECOND + "=" + second.asOf();
    }

    /// The same about other days, a provider, or the like.
    Sides with(java.util.function.UnaryOperator<Asked> change) {
        return new Sides(change.apply(first), change.apply(second));
    }

    /// Reads both positions out of an address.
    @Component
    public static final class Reading {

        /// A month that the practice closed: its days, as known at the position noted then.
        private static final String CLOSED = "closed";

        private static final List<String> LEFT_TO_THE_MONTH = List.of("from", "to", "days", "day", FIRST);

        private final Asking asking;
        private final Freshness freshness;
        private final SettingHistory settings;

        Reading(Asking asking, Freshness freshness, SettingHistory settings) {
            this.asking = asking;
            this.freshness = freshness;
            this.settings = settings;
        }

        /// The parameters of a question about two positions, its own beside the common ones.
        public static Parameters parameters(Map<String, String[]> given, Set<String> own) {
            var known = new HashSet<>(own);
            known.add(SECOND);
            known.add(CLOSED);
            return Asking.parameters(given, known);
        }

        /// The question.
        ///
        /// @param asked as in the address
        /// @param own parameters beside the common ones
        /// @param days length of the window where none is asked for
        /// @throws ParameterRefused where the first position is missing, or later than the second
        public Sides of(Map<String, String[]> asked, Set<String> own, int days) {
            var given = month(asked, parameters(asked, own));
            var all = parameters(given, own);
            if (all.text(FIRST).isEmpty()) {
                throw new ParameterRefused(
                        "POSITION_MISSING",
                        FIRST,
                        "Say as of when: a log position, or an instant; against: now or another.");
            }
            var second = asking.about(parameters(later(given, all), own), days);
            var position = asking.asOf(all);
            if (position > second.asOf()) {
                throw Parameters.invalid(
                        SECOND,
                        "The later of the two: asOf is position " + position + ", against " + second.asOf() + ".");
            }
            return new Sides(second.upTo(position, freshness.knownAt(position)), second);
        }

        /// A closed month in other words: its days, and the position at which it was closed.
        private Map<String, String[]> month(Map<String, String[]> given, Parameters all) {
            var text = all.text(CLOSED);
            if (text.isEmpty()) {
                return given;
            }
            for (var other : LEFT_TO_THE_MONTH) {
                if (all.text(other).isPresent()) {
                    throw Parameters.invalid(other, "A closed month has its days and its position.");
                }
            }
            var month = month(text.get());
            var practice = asking.practice(all).id();
            var closing = settings.closed(practice, asking.asOf(all)).stream()
                    .filter(it -> it.effectiveFrom().equals(month.atDay(1)))
                    .findFirst()
                    .orElseThrow(() -> new NotThere("MONTH_NOT_CLOSED"));
            var words = new HashMap<>(given);
            words.remove(CLOSED);
            words.put("from", new String[] {month.atDay(1).toString()});
            words.put("to", new String[] {month.atEndOfMonth().toString()});
            words.put(FIRST, new String[] {String.valueOf(closing.value())});
            return words;
        }

        private static YearMonth month(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException _) {
                throw Parameters.invalid(CLOSED, "A month as 2026-03.");
            }
        }

        /// The question as of the second position.
        private Map<String, String[]> later(Map<String, String[]> given, Parameters all) {
            var later = new HashMap<>(given);
            later.remove(FIRST);
            all.text(SECOND).ifPresent(text -> {
                later.put(FIRST, new String[] {text});
                try {
                    asking.asOf(new Parameters(Map.of(FIRST, new String[] {text}), Set.of(FIRST)));
                } catch (ParameterRefused refused) {
                    throw Parameters.invalid(SECOND, String.valueOf(refused.getMessage()));
                }
            });
            return later;
        }
    }
}
