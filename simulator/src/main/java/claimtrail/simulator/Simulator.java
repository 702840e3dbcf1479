package claimtrail.simulator;

/// The command line of the product.
public final class Simulator {
    private Simulator() {}

    public static void main(String[] args) {
        System.out.println("claimtrail");
    }
}
