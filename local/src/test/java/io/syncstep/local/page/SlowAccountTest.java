package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.Soon;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import io.syncstep.overview.Waiting;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One account hangs: pages of the other do not. */
class SlowAccountTest {

    private static final String TASK = "/task/hightouch/default/1234567";

    @AutoClose
    private final Stand stand = new Stand(new VirtualTime(), new Waiting.AtMost(Duration.ofMillis(200)));

    private final Browser browser = stand.browser();

    private void stitchHangs() {
        stand.simulators()
                .stitchSimulator()
                .faults()
                .plan(Where.every("*", "/v4/**"), Fault.before(new Damage.Hang(Duration.ofMinutes(5))));
    }

    /** Loaded again until it has the healthy account. */
    private Document list() throws InterruptedException {
        Soon.that(
                "the healthy account is listed",
                () -> !browser.page("/").select("tbody tr").isEmpty());
        return browser.page("/");
    }

    @Test
    void itsListIsStillBeingReadWhenTheOthersTaskWasShownAndStarted() throws InterruptedException {
        stitchHangs();

        var first = list();
        browser.start(TASK);
        var second = list();

        assertThat(first.text()).contains("orders → Salesforce production", "stitch/acme is still being read");
        assertThat(second.select(".problem").text()).contains("stitch/acme is still being read");
        assertThat(stand.runs().all()).hasSize(1);
    }

    @Test
    void onceItWasGivenUpItIsNotAskedAgainHoweverOftenTheListIsLoaded() throws InterruptedException {
        stitchHangs();
        Soon.that(
                "the account is given up",
                () -> browser.page("/").select(".problem").text().contains("Stitch acme"));
        var asked = stand.simulators().stitchSimulator().requests().size();

        for (int load = 0; load < 5; load++) {
            list();
        }

        assertThat(asked).isPositive();
        assertThat(stand.simulators().stitchSimulator().requests()).hasSize(asked);
    }
}
