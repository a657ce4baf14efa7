package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starting, sharing and ending the simulators. */
class SimulatorsTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void givenPortsAreTaken() {
        int port;
        try (var first = Simulators.start(clock)) {
            port = first.stitch().getPort();
        }
        try (var again = start(0, port)) {
            assertThat(again.stitch().getPort()).isEqualTo(port);
        }
    }

    @Test
    void takenPortIsNamedAndNothingStaysOpen() {
        try (var first = Simulators.start(clock)) {
            int taken = first.hightouch().getPort();

            assertThatThrownBy(() -> start(0, taken).close())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(Integer.toString(taken));
        }
    }

    @Test
    void endpointOnEveryAddressIsReachedByLoopback() throws Exception {
        try (var simulators = Simulators.start(clock, InetAddress.getByName("0.0.0.0"), Ports.ANY);
                var caller = new Caller(simulators.hightouch())) {
            assertThat(simulators.hightouch().getHost()).isEqualTo("127.0.0.1");
            assertThat(caller.get("/syncs").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void fiftySyncsAtOnceGetARunEach() throws Exception {
        try (var simulators = Simulators.start(clock);
                var caller = new Caller(simulators.hightouch());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> starts = IntStream.range(1, 51)
                    .mapToObj(id -> (Callable<String>) () -> Caller.json(caller.post("/syncs/" + id + "/trigger", "{}"))
                            .get("id")
                            .asText())
                    .toList();

            assertThat(threads.invokeAll(starts))
                    .extracting(start -> start.get())
                    .doesNotHaveDuplicates();
            assertThat(simulators.hightouchSimulator().requests()).hasSize(50);
        }
    }

    private Simulators start(int hightouchPort, int stitchPort) {
        Ports ports = new Ports(hightouchPort, stitchPort, 0);
        return Simulators.start(clock, InetAddress.getLoopbackAddress(), ports);
    }
}
