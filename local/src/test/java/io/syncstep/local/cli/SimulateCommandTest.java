package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.simulator.Simulators;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** {@code syncstep simulate}. */
class SimulateCommandTest {

    @Test
    void aPortThatIsTakenExitsWith2AndIsNamed() {
        try (var first = Simulators.start(Clock.systemUTC())) {
            var port = Integer.toString(first.hightouch().getPort());

            var result = new Console().call("simulate", "--hightouch-port", port, "--stitch-port", "0");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains(port, "--hightouch-port");
        }
    }

    @Test
    void aPortThatCantBeExitsWith2() {
        assertThat(new Console().call("simulate", "--stitch-port", "70000").exitCode())
                .isEqualTo(2);
    }
}
