package io.syncstep.local.simulator;

import io.syncstep.local.simulator.dbt.DbtSimulator;
import io.syncstep.local.simulator.hightouch.HightouchSimulator;
import io.syncstep.local.simulator.stitch.StitchSimulator;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;

/**
 * Hightouch, Stitch and dbt Cloud on this machine, over real HTTP. What they answer follows from the clock they were given: with a
 * clock that somebody moves, an hour's sync takes no time.
 *
 * <p>Nothing needs to be set up: any token and any id works, and the ids of {@link Scenario} misbehave.
 */
public final class Simulators implements AutoCloseable {

    private final HightouchSimulator hightouch;
    private final StitchSimulator stitch;
    private final DbtSimulator dbt;

    private Simulators(HightouchSimulator hightouch, StitchSimulator stitch, DbtSimulator dbt) {
        this.hightouch = hightouch;
        this.stitch = stitch;
        this.dbt = dbt;
    }

    /** Listens on free ports of the loopback address from now on. */
    public static Simulators start(Clock clock) {
        return start(clock, InetAddress.getLoopbackAddress(), Ports.ANY);
    }

    /**
     * The same on other ports or another address; containers reach only those of a network interface, such as
     * {@code 0.0.0.0}.
     *
     * @throws UncheckedIOException naming the port, when one is taken; none stays open then
     */
    public static Simulators start(Clock clock, InetAddress host, Ports ports) {
        HightouchSimulator hightouch = HightouchSimulator.open(clock, host, ports.hightouch());
        try {
            StitchSimulator stitch = StitchSimulator.open(clock, host, ports.stitch());
            return new Simulators(hightouch, stitch, dbtOrClose(stitch, clock, host, ports.dbt()));
        } catch (UncheckedIOException taken) {
            hightouch.close();
            throw taken;
        }
    }

    private static DbtSimulator dbtOrClose(StitchSimulator stitch, Clock clock, InetAddress host, int port) {
        try {
            return DbtSimulator.open(clock, host, port);
        } catch (UncheckedIOException taken) {
            stitch.close();
            throw taken;
        }
    }

    /** The base URL of Hightouch, to which {@code /syncs/…} is appended. */
    public URI hightouch() {
        return hightouch.uri();
    }

    /** The base URL of Stitch, to which {@code /v4/…} is appended. */
    public URI stitch() {
        return stitch.uri();
    }

    /** The base URL of dbt Cloud, to which {@code /api/v2/…} is appended. */
    public URI dbt() {
        return dbt.uri();
    }

    public HightouchSimulator hightouchSimulator() {
        return hightouch;
    }

    public StitchSimulator stitchSimulator() {
        return stitch;
    }

    public DbtSimulator dbtSimulator() {
        return dbt;
    }

    @Override
    public void close() {
        hightouch.close();
        stitch.close();
        dbt.close();
    }
}
