package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.wire.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How an account's budget was used: 30 requests per 10 minutes and client id, over extraction list, extraction logs and
 * loads list. Stitch does not enforce it by code, and blocks whoever keeps breaking it; so this only counts.
 */
final class RequestBudget {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private RequestBudget() {}

    /** The most requests that fell into any ten minutes. */
    static int busiestWindow(List<Exchange> exchanges, String clientId) {
        List<Instant> spent = exchanges.stream()
                .filter(exchange -> costs(exchange, clientId))
                .map(Exchange::at)
                .toList();
        return spent.stream().mapToInt(end -> within(spent, end)).max().orElse(0);
    }

    private static boolean costs(Exchange exchange, String clientId) {
        String account = "/v4/" + clientId;
        return exchange.is("GET", account + "/extractions")
                || exchange.is("GET", account + "/extractions/*")
                || exchange.is("GET", account + "/loads");
    }

    private static int within(List<Instant> spent, Instant end) {
        Instant begin = end.minus(WINDOW);
        return (int) spent.stream()
                .filter(at -> at.isAfter(begin) && !at.isAfter(end))
                .count();
    }
}
