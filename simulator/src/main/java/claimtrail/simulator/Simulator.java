package claimtrail.simulator;

import claimtrail.event.DomainEvent;

/// x.
public final class Simulator {
    private Simulator() {}

    public static void main(String[] args) {
        System.out.println("hello from " + Runtime.version() + DomainEvent.class + System.getProperty("user.dir"));
    }
}
