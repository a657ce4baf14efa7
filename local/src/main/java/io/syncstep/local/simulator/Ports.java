package io.syncstep.local.simulator;

/** On which port of this machine each provider is played; 0 for any free one. */
public record Ports(int hightouch, int stitch, int dbt) {

    public static final Ports ANY = new Ports(0, 0, 0);

    /** Refuses what no port can be. */
    public Ports {
        mustBePort(hightouch);
        mustBePort(stitch);
        mustBePort(dbt);
    }

    private static void mustBePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port must be 0..65535, got " + port);
        }
    }
}
