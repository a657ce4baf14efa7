package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Endpoint;
import io.syncstep.local.simulator.wire.Exchange;
import io.syncstep.local.simulator.wire.Faults;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Routes;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Where the logs lie: another host, which knows nothing of Stitch's tokens and refuses whoever sends one. */
final class LogStorage implements AutoCloseable {

    private final Endpoint endpoint;
    private final Routes routes;

    /** Listens on any free port; {@code log} answers for the job in its path. */
    LogStorage(Clock clock, InetAddress host, Routes.Answer log) {
        this.routes = new Routes().on("GET", "/logs/{job}", log);
        this.endpoint = Endpoint.open(clock, host, 0, "", this::answer);
    }

    private Reply answer(Request request) {
        return request.header("Authorization").isPresent()
                ? Reply.text(400, "InvalidArgument: Only one auth mechanism allowed")
                : routes.answer(request).orElseGet(() -> Reply.text(404, "NoSuchKey"));
    }

    /** The signed address of a log, by the name under which the caller reached this machine. */
    URI uri(String hostName, String jobName) {
        String job = URLEncoder.encode(jobName, StandardCharsets.UTF_8);
        return URI.create("http://" + hostName + ":" + endpoint.port() + "/logs/" + job + "?X-Amz-Signature=5f1c");
    }

    List<Exchange> requests() {
        return endpoint.exchanges();
    }

    Faults faults() {
        return endpoint.faults();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
