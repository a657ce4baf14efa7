package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.Soon;
import io.syncstep.local.engine.RealTime;
import io.syncstep.local.engine.VirtualTime;
import io.syncstep.local.simulator.hightouch.HightouchScenario;
import io.syncstep.local.simulator.hightouch.Sync;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that are started by the page: played as {@code syncstep run} plays them, and followed to their end. */
class RunsHereTest {

    private static final String TASK = "/task/hightouch/default/1234567";

    @AutoClose
    private Stand stand = new Stand(new VirtualTime());

    /** In real time, in which a run can be looked at before its end. */
    private Browser slowly(int atOnce) {
        stand.close();
        stand = new Stand(new RealTime(), atOnce, 500);
        stand.simulators().hightouchSimulator().play("1234567", HightouchScenario.NEVER_ENDS);
        return stand.browser();
    }

    /** Looks again and again, as the page's script does. */
    private Document atItsEnd(String run) throws InterruptedException {
        Soon.that("the run ends", () -> hasEnded(run));
        return stand.browser().page(run + "/now");
    }

    private boolean hasEnded(String run) {
        return !stand.browser().page(run + "/now").select("[data-ended]").isEmpty();
    }

    private List<String> started(String syncId) {
        return stand.simulators().hightouchSimulator().startedRunIds(syncId);
    }

    @Test
    void aRunIsFollowedToItsResult() throws InterruptedException {
        var run = stand.browser().start(TASK);

        var end = atItsEnd(run);

        assertThat(end.select("[data-ended]").attr("data-ended")).isEqualTo("Succeeded");
        assertThat(end.select("[aria-live=polite]").text()).contains("Succeeded", "773 added");
        assertThat(end.select(".steps").text()).contains("Start the run", "Wait for the run", "Sync succeeded");
        assertThat(end.select("a[href^=https://app.hightouch.com/acme/]")).hasSize(1);
        assertThat(started("1234567")).hasSize(1);
    }

    @Test
    void aFailureShowsItsErrorAndItsMessage() throws InterruptedException {
        stand.simulators().hightouchSimulator().play("1234567", HightouchScenario.FAILS);

        var end = atItsEnd(stand.browser().start(TASK));

        assertThat(end.select("[data-ended]").attr("data-ended")).isEqualTo("SyncFailed");
        assertThat(end.text()).contains("REQUEST_LIMIT_EXCEEDED");
    }

    @Test
    void aRunInProgressShowsWhatItDoesAndAReloadFindsItAgain() throws InterruptedException {
        var browser = slowly(20);
        var run = browser.start(TASK);
        Soon.that("the run is started at Hightouch", () -> !started("1234567").isEmpty());

        var page = browser.page(run);

        assertThat(page.select("[data-follow]").attr("data-follow")).isEqualTo(run + "/now");
        assertThat(page.select("[aria-live=polite]").text()).contains("Hightouch");
        assertThat(browser.page(run).select("[data-ended]")).isEmpty();
        assertThat(page.select("head > noscript")).hasSize(1);
        assertThat(page.select("body noscript, body meta")).isEmpty();
        assertThat(browser.page("/runs").select("tbody a").attr("href")).isEqualTo(run);
        assertThat(browser.page(TASK).select("tbody a[href=" + run + "]")).hasSize(1);
        assertThat(stand.runs().goingOn(false)).singleElement().asString().contains("Hightouch 1234567", "goes on");
    }

    @Test
    void aFormThatIsSentTwiceStartsOneRun() throws InterruptedException {
        var browser = stand.browser();
        var form = browser.form(TASK + "?ask=run");

        var pages = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            pages.add(browser.submit(form).headers().firstValue("Location").orElseThrow());
        }

        assertThat(pages).hasSize(1);
        assertThat(stand.runs().all()).hasSize(1);
        atItsEnd(pages.iterator().next());
        assertThat(browser.submit(form).headers().firstValue("Location"))
                .contains(pages.iterator().next());
        assertThat(started("1234567")).hasSize(1);
    }

    @Test
    void aFormCantBeTurnedToAnotherTaskOnceItWasSent() {
        var browser = stand.browser();
        var form = browser.form(TASK + "?ask=run");
        browser.submit(form);

        var turned = new LinkedHashMap<>(form);
        turned.put("task", "1234568");

        assertThat(browser.submit(turned).statusCode()).isEqualTo(409);
        assertThat(started("1234568")).isEmpty();
    }

    @Test
    void allRowsAreSentAgainWhereThatWasAsked() throws InterruptedException {
        var browser = stand.browser();

        var run = browser.submit(browser.form(TASK + "?ask=resync"))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(browser.page(run).text()).contains("all rows");
        atItsEnd(run);
        assertThat(stand.simulators().hightouchSimulator().requests("POST", "/syncs/*/trigger"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"fullResync\":true"));
    }

    @Test
    void severalRunAtOnce() throws InterruptedException {
        var hightouch = stand.simulators().hightouchSimulator();
        IntStream.range(0, 3).forEach(i -> hightouch.addSync(Sync.plain("500" + i, "bulk-" + i)));
        var browser = stand.browser();

        var runs = IntStream.range(0, 3)
                .mapToObj(i -> browser.start("/task/hightouch/default/500" + i))
                .toList();

        for (var run : runs) {
            assertThat(atItsEnd(run).select("[data-ended]").attr("data-ended")).isEqualTo("Succeeded");
        }
        assertThat(browser.page("/runs").select("tbody tr")).hasSize(3);
    }

    @Test
    void anEndedRunIsNotToldAsGoingOn() throws InterruptedException {
        atItsEnd(stand.browser().start(TASK));

        assertThat(stand.runs().goingOn(true)).isEmpty();
    }

    @Test
    void theOldestThatEndedIsForgottenAndARunInProgressIsNot() throws InterruptedException {
        stand.close();
        stand = new Stand(new RealTime(), 20, 2);
        stand.simulators().hightouchSimulator().play("1234567", HightouchScenario.NEVER_ENDS);
        stand.simulators().hightouchSimulator().play("1234568", HightouchScenario.IS_UNKNOWN);
        var browser = stand.browser();
        var goesOn = browser.start(TASK);
        var ended = browser.start("/task/hightouch/default/1234568");
        atItsEnd(ended);

        var latest = browser.start("/task/hightouch/default/1234569");

        assertThat(browser.get(ended).statusCode()).isEqualTo(404);
        assertThat(browser.page("/runs").select("tbody a").eachAttr("href")).containsExactly(latest, goesOn);
    }

    @Test
    void noMoreRunAtOnceThanThisMachineIsTrustedWith() {
        var browser = slowly(1);
        browser.start(TASK);

        var second = browser.submit(browser.form("/task/hightouch/default/1234568?ask=run"));

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.body()).contains("1 runs are in progress here");
        assertThat(stand.runs().all()).hasSize(1);
    }
}
