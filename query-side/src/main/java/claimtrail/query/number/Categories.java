package claimtrail.query.number;

import claimtrail.denial.DayOne;
import claimtrail.denial.ReasonClass;
import java.util.Set;
import java.util.TreeSet;

/// Into which category a class of reasons falls, as shipped.
public final class Categories {

    private static final String UNCLASSIFIED = "unclassified";

    private Categories() {}

    /// The category of a class; unclassified for one that was published later.
    static String of(String reasonClass) {
        var found = DayOne.classes().get(reasonClass);
        return found == null ? UNCLASSIFIED : found.category();
    }

    /// The classes of a category; empty when there is none of this name.
    public static Set<String> classes(String category) {
        var classes = new TreeSet<String>();
        DayOne.classes().values().stream()
                .filter(it -> it.category().equals(category))
                .map(ReasonClass::name)
                .forEach(classes::add);
        return classes;
    }
}
