package claimtrail.query.integrity;

import claimtrail.query.integrity.Anchors.Found;
import claimtrail.query.integrity.Comparison.Range;
import claimtrail.query.integrity.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/// What the witnesses together tell: what was done to the log, and where. A checkpoint outside convicts; the kept tree
/// says where, as far as it agrees with a checkpoint itself.
final class Verdict {

    private final Found anchors;
    private final Comparison compared;
    private final Placing placing;
    private final List<Finding> findings = new ArrayList<>();

    private Verdict(Found anchors, Comparison compared, Placing placing) {
        this.anchors = anchors;
        this.compared = compared;
        this.placing = placing;
    }

    /// @param head where the log says that it ends
    static List<Finding> of(Found anchors, Comparison compared, Placing placing, long head) {
        var verdict = new Verdict(anchors, compared, placing);
        verdict.findings.addAll(anchors.findings());
        var back = verdict.setBack(head);
        verdict.missing(back);
        if (compared.convicting() != null) {
            verdict.changed(compared.convicting().size());
        } else if (compared.missing().isEmpty()) {
            verdict.tree();
        } else {
            verdict.findings.addAll(
                    placing.of(verdict.placed(), verdict.placed().size()));
        }
        return verdict.findings;
    }

    private boolean setBack(long head) {
        var back = anchors.newestInside() < anchors.newestOutside() && head < anchors.newestOutside();
        if (back) {
            findings.add(new Finding(
                    Kind.SET_BACK,
                    head + 1,
                    anchors.newestOutside(),
                    "The database was set back: it ends at fact %,d and knows no checkpoint after that of %,d facts; outside there is one of %,d."
                            .formatted(head, anchors.newestInside(), anchors.newestOutside())));
        }
        return back;
    }

    private void missing(boolean back) {
        for (var range : compared.missing()) {
            if (range.from() <= compared.present()) {
                findings.add(new Finding(
                        Kind.MISSING,
                        range.from(),
                        range.to(),
                        "%s missing: the log goes on behind %s."
                                .formatted(named(range), range.from() == range.to() ? "it" : "them")));
            } else if (!back) {
                findings.add(new Finding(
                        Kind.CUT_OFF,
                        range.from(),
                        range.to(),
                        "%s missing: the log was cut off behind fact %,d."
                                .formatted(named(range), compared.present())));
            }
        }
    }

    private static String named(Range range) {
        return range.from() == range.to()
                ? "Fact %,d is".formatted(range.from())
                : "Facts %,d to %,d are".formatted(range.from(), range.to());
    }

    /// The log contradicts a checkpoint.
    private void changed(long size) {
        var from = compared.agreed() + 1;
        if (compared.keptAgreed() < size) {
            findings.add(new Finding(
                    Kind.CHANGED,
                    from,
                    size,
                    "Between fact %,d and fact %,d something was changed: the checkpoint of %,d facts outside says so. The kept tree was changed too, so the place is not known more closely."
                            .formatted(from, size, size)));
            return;
        }
        var placed = placed();
        if (!placed.isEmpty()) {
            var before = compared.differing().size() - placed.size();
            findings.addAll(placing.of(placed, compared.differ() - before));
            return;
        }
        var group = compared.differingGroups().stream()
                .filter(it -> it + KeptTree.GROUP > from)
                .findFirst()
                .orElse(Math.max(from, size - size % KeptTree.GROUP + 1));
        var last = Math.min(size, group + KeptTree.GROUP - 1);
        findings.add(new Finding(
                Kind.CHANGED,
                group,
                last,
                "One of the facts %,d to %,d was changed. What was kept of them one by one was changed too, so the place is not known more closely."
                        .formatted(group, last)));
    }

    /// Facts that differ from what was kept of them, where what was kept is a witness.
    private List<Long> placed() {
        return compared.differing().stream()
                .filter(it -> it > compared.agreed() && it <= compared.keptAgreed())
                .toList();
    }

    /// The log is what every checkpoint stands for; then the kept tree must be too, unless it is being made anew.
    private void tree() {
        if (compared.differ() > 0) {
            var at = compared.differing().getFirst();
            findings.add(Finding.at(
                    Kind.TREE_CHANGED,
                    at,
                    "The kept tree was changed at fact %,d. The log itself is what every checkpoint stands for."
                            .formatted(at)));
        } else if (compared.groupsDiffering() > 0) {
            var at = compared.differingGroups().getFirst();
            findings.add(new Finding(
                    Kind.TREE_CHANGED,
                    at,
                    at + KeptTree.GROUP - 1,
                    "The kept tree was changed above the facts %,d to %,d. The log itself is what every checkpoint stands for."
                            .formatted(at, at + KeptTree.GROUP - 1)));
        } else if (compared.keptAgreed() < anchors.newestInside() && compared.agreed() >= anchors.newestInside()) {
            findings.add(Finding.at(
                    Kind.TREE_CHANGED,
                    anchors.newestInside(),
                    "The kept tree does not lead to the checkpoint of %,d facts. The log itself is what every checkpoint stands for."
                            .formatted(anchors.newestInside())));
        }
    }
}
