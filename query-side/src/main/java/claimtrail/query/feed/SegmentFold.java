package claimtrail.query.feed;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// Gathers a batch of one segment and has it counted as a whole, when its last fact has come by.
///
/// Every segment sees every fact and leaves those of other streams alone. So each token moves with the log, and the
/// lowest of them says up to which position everything is counted.
final class SegmentFold implements EventHandlerInvoker {

    private static final String GATHERED = SegmentFold.class.getName();

    private final Counting counting;
    private final FoldStatus status;
    private final LiveGate gate;

    SegmentFold(Counting counting, FoldStatus status, LiveGate gate) {
        this.counting = counting;
        this.status = status;
        this.gate = gate;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (!(message.getPayload() instanceof LogEntry entry)
                || !(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            throw new IllegalStateException("not a fact of the log, or not in a batch: " + message);
        }
        List<LogEntry> gathered = batch.getOrComputeResource(GATHERED, _ -> new ArrayList<>());
        if (segment.matches(entry.envelope().streamId())) {
            gathered.add(entry);
        }
        if (batch.isLastMessage()) {
            write(gathered, segment.getSegmentId(), entry.envelope().position());
        }
    }

    private void write(List<LogEntry> gathered, int segment, long position) {
        try {
            if (!gathered.isEmpty()) {
                gate.pass();
                counting.count(gathered);
            }
            status.moved(counting.fold(), segment, position);
        } catch (RuntimeException e) {
            status.stopped(counting.fold(), segment, e);
            throw e;
        }
    }
}
