package claimtrail.command.automation;

import claimtrail.command.automation.Detecting.Touched;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the log and finds patterns as facts arrive. What it remembers and how far it has read move in one
/// transaction, after what follows from the facts was asked for: a node that stops in between asks again, and what is
/// asked twice is written once. Of several nodes one works at a time.
@Component
public final class PatternFinder {

    private static final Logger log = LoggerFactory.getLogger(PatternFinder.class);
    private static final int PAGE = 2_000; // events
    private static final int LONGEST_PAUSE = 300; // seconds between two tries of what fails
    private static final Duration LONGEST_WAIT = Duration.ofHours(1); // for another node that reads the log
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final EventLog facts;
    private final Memory memory;
    private final RulebookShelf shelf;
    private final Detecting detecting;
    private final Backfill backfill;
    private final LatePolicies policies;
    private final Claims claims;
    private final StatusWatch status;
    private final TransactionTemplate transactions;
    private long pause; // seconds; 0 while nothing fails
    private long again; // nanoTime of the next try

    PatternFinder(
            EventLog facts,
            Memory memory,
            RulebookShelf shelf,
            Detecting detecting,
            Backfill backfill,
            LatePolicies policies,
            Claims claims,
            StatusWatch status,
            TransactionTemplate transactions) {
        this.facts = facts;
        this.memory = memory;
        this.shelf = shelf;
        this.detecting = detecting;
        this.backfill = backfill;
        this.policies = policies;
        this.claims = claims;
        this.status = status;
        this.transactions = transactions;
    }

    /// Reads what was written since the last time, to the end of the log. A failure is told and tried again, after a
    /// pause that doubles each time.
    @Scheduled(fixedDelayString = "${claimtrail.automation.look-every-millis}")
    void follow() {
        if (pause > 0 && System.nanoTime() - again < 0) {
            return;
        }
        try {
            catchUp();
            pause = 0;
        } catch (RuntimeException e) {
            pause = Math.clamp(pause * 2, 1, LONGEST_PAUSE);
            again = System.nanoTime() + TimeUnit.SECONDS.toNanos(pause);
            log.error("the finding of patterns stopped at {}, next try in {} s", memory.token(Hand.NAME), pause, e);
        }
    }

    /// Reads to the end of the log, what it writes itself included.
    ///
    /// @return false when another node is at it
    public boolean catchUp() {
        while (true) {
            var step = transactions.execute(_ -> step());
            if (step != Step.MORE) {
                return step == Step.END;
            }
        }
    }

    /// Reads at least to a position, or waits while another node does.
    ///
    /// @throws IllegalStateException if the reading of another node does not get there
    void catchUpTo(long position) {
        var started = System.nanoTime();
        while (!catchUp() && memory.token(Hand.NAME) < position) {
            if (System.nanoTime() - started > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException("The finding of patterns stands at fact " + memory.token(Hand.NAME)
                        + " and does not come to fact " + position + '.');
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private enum Step {
        MORE,
        END,
        ELSEWHERE
    }

    private Step step() {
        var token = memory.lockToken(Hand.NAME);
        if (token.isEmpty()) {
            return Step.ELSEWHERE;
        }
        var page = facts.pages().after(token.get(), PAGE);
        if (page.isEmpty()) {
            var head = facts.head();
            var judged = judge(head);
            return judged || facts.head() > head ? Step.MORE : Step.END;
        }
        var position = page.getLast().envelope().position();
        shelf.catchUpTo(position);
        take(page, position);
        memory.moveToken(Hand.NAME, position);
        return Step.MORE;
    }

    private void take(List<StoredEvent> page, long position) {
        var taken = new PageOfFacts(memory, shelf, claims, backfill, policies);
        page.forEach(taken::take);
        taken.finish();
        for (Touched touched : taken.touched()) {
            detecting.look(touched, position);
        }
        taken.patterns().forEach(it -> backfill.pattern(it.practice(), it.pattern(), it.detected(), position));
    }

    /// @return whether there was a day to judge
    private boolean judge(long head) {
        var days = memory.toJudge();
        days.forEach(it -> {
            status.judge(it.practice(), it.from(), it.to(), head);
            memory.judged(it.practice(), it.to());
        });
        return !days.isEmpty();
    }
}
