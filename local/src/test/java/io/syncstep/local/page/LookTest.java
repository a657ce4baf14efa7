package io.syncstep.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.Listener.Entered;
import io.syncstep.local.engine.Listener.Retried;
import io.syncstep.local.simulator.SettableClock;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is shown of a run while it goes on. */
class LookTest {

    private final SettableClock clock = new SettableClock();
    private final Run run = new Run(
            "59f3f92c-e48e-4811-850c-5f100ab34e68",
            new Order(new AccountName(ProviderName.HIGHTOUCH, "default"), "42", "orders", false),
            clock);

    private void waits(String watch) {
        var data = Json.read("{\"sync\":{\"run\":{\"runId\":\"7\",\"watch\":%s}}}".formatted(watch));
        run.on(new Entered("Wait for the run", "Wait", data, Duration.ofSeconds(30)));
    }

    private void enters(String state, String watch) {
        var data = Json.read("{\"sync\":{\"run\":{\"watch\":%s}}}".formatted(watch));
        run.on(new Entered(state, "Task", data, null));
    }

    private Document shown() {
        return Jsoup.parse(Templates.now(run.look()).toString());
    }

    @Test
    void beforeTheFirstCheckNothingIsToldOfTheProvider() {
        waits("{}");

        assertThat(shown().select("[aria-live]").text())
                .contains("Wait for the run", "Hightouch has not told anything yet.");
        assertThat(shown().select("progress")).isEmpty();
    }

    @Test
    void statusChecksAndPercentAreToldAsTheProviderTellsThem() {
        waits("{\"checks\":3,\"facts\":{\"providerStatus\":\"processing\",\"completionRatio\":0.547}}");

        assertThat(shown().select("[aria-live]").text())
                .contains("Hightouch says: processing, after 3 checks.", "54 %");
        assertThat(shown().select("progress").attr("value")).isEqualTo("54");
        assertThat(run.look().runId()).isEqualTo("7");
    }

    @Test
    void troubleIsToldToo() {
        waits("{\"checks\":1,\"lastTrouble\":{\"what\":\"503 <b>Service Unavailable</b>\"}}");

        assertThat(shown().text()).contains("(503 <b>Service Unavailable</b>)", "after 1 check.");
    }

    @Test
    void eachVisitOfAStateIsAStepWithWhatIsNewsByThen() {
        waits("{\"facts\":{\"providerStatus\":\"querying\"}}");
        waits("{\"facts\":{\"providerStatus\":\"querying\"}}");
        enters("Is it finished?", "{\"facts\":{\"providerStatus\":\"processing\"}}");
        run.on(new Retried("Check the run"));

        assertThat(run.look().steps())
                .extracting(Step::state, Step::detail)
                .containsExactly(
                        tuple("Wait for the run", "30 s querying"),
                        tuple("Wait for the run", "30 s"),
                        tuple("Is it finished?", "processing"),
                        tuple("Check the run", "once more"));
        assertThat(run.look().state()).isEqualTo("Is it finished?");
    }

    @Test
    void whileItWaitsItTellsWhenTheProviderIsAskedNext() {
        waits("{}");
        assertThat(shown().select("[data-part=time]").text()).contains("Hightouch is asked next in 30 s.");

        clock.advance(Duration.ofSeconds(10));
        assertThat(shown().select("[data-part=time]").text()).contains("Hightouch is asked next in 20 s.");

        enters("Check the run", "{}");
        assertThat(shown().text()).doesNotContain("is asked next");
    }

    @Test
    void ofVeryManyStepsTheLatestAreListedAndTheOthersCounted() {
        IntStream.range(0, 305).forEach(i -> waits("{}"));

        assertThat(shown().select(".steps li")).hasSize(300);
        assertThat(shown().text()).contains("5 earlier steps are not listed any more.");
    }

    @Test
    void aRunThatSyncstepItselfBreaksIsNotToldAsEndedAtTheProvider() {
        run.broke("IllegalStateException");

        assertThat(shown().select("[data-ended]").attr("data-ended")).isEqualTo("Not followed to its end");
        assertThat(shown().text()).contains("may go on at the provider");
    }
}
