package claimtrail.command.imports;

import claimtrail.command.CommandSide;

/// A process of the command side that takes files in until somebody kills it.
final class ImportingUntilKilled {

    private ImportingUntilKilled() {}

    /// Prints the port on which it listens.
    public static void main(String[] args) {
        var side = CommandSide.start(args);
        System.out.println("port " + side.getEnvironment().getProperty("local.server.port"));
    }
}
