package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Exchange;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Everything that can go wrong on the wire, and whether the run was started all the same. */
class FaultsTest extends CallsToHightouch {

    private static final String TRIGGER = "/syncs/42/trigger";

    private void strikeTrigger(Fault fault) {
        hightouch.faults().plan(Where.first("POST", "/syncs/*/trigger"), fault);
    }

    private HttpResponse<String> trigger() throws Exception {
        return caller.post(TRIGGER, "{}");
    }

    @Test
    void connectionDroppedBeforeProcessingStartsNothing() {
        strikeTrigger(Fault.before(new Damage.Drop()));

        assertThatThrownBy(this::trigger).isInstanceOf(IOException.class);
        assertThat(hightouch.runIds("42")).isEmpty();
        assertThat(hightouch.requests().getLast().status()).isEqualTo(Exchange.NO_ANSWER);
    }

    @Test
    void connectionDroppedAfterProcessingLeavesARunBehind() {
        strikeTrigger(Fault.after(new Damage.Drop()));

        assertThatThrownBy(this::trigger).isInstanceOf(IOException.class);
        assertThat(hightouch.runIds("42")).hasSize(1);
    }

    @Test
    void statusWithBodyAndHeadersInsteadOfProcessing() throws Exception {
        strikeTrigger(Fault.before(
                new Damage.Instead(Reply.html(429, "<h1>Slow down</h1>").with("Retry-After", "30"))));

        HttpResponse<String> response = trigger();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo("<h1>Slow down</h1>");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(hightouch.runIds("42")).isEmpty();
    }

    @Test
    void emptyErrorAfterProcessing() throws Exception {
        strikeTrigger(Fault.after(Damage.status(504)));

        HttpResponse<String> response = trigger();

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).isEmpty();
        assertThat(hightouch.runIds("42")).hasSize(1);
    }

    @Test
    void bodyShorterThanAnnounced() {
        strikeTrigger(Fault.after(new Damage.Truncate()));

        assertThatThrownBy(this::trigger).isInstanceOf(IOException.class);
        assertThat(hightouch.runIds("42")).hasSize(1);
        assertThat(hightouch.requests().getLast().status()).isEqualTo(200);
    }

    @Test
    void bodyThatIsNoJson() throws Exception {
        strikeTrigger(Fault.after(new Damage.Garble()));

        assertThat(trigger().body()).contains("<not json");
    }

    @Test
    void bodyOfMoreThan2MegabytesThatIsTrueAtItsEnd() throws Exception {
        strikeTrigger(Fault.after(new Damage.Inflate(3_000_000)));

        String body = trigger().body();

        assertThat(body.length()).isGreaterThan(3_000_000);
        assertThat(body.strip()).isEqualTo("{\"id\":\"" + hightouch.runIds("42").getFirst() + "\"}");
    }

    @Test
    void bodyThatDripsIsWholeInTheEnd() throws Exception {
        strikeTrigger(Fault.after(new Damage.Drip(Duration.ofMillis(1))));

        assertThat(Caller.json(trigger()).has("id")).isTrue();
    }

    @Test
    void bodyThatDripsForEverEndsWithTheSimulator() {
        strikeTrigger(Fault.after(new Damage.Drip(Duration.ofHours(1))));
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.sendAsync(
                            caller.request(TRIGGER)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofInputStream())
                    .thenApply(HttpResponse::body)
                    .join();

            simulators.close();

            assertThatThrownBy(response::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hangingCallMeetsTheTimeoutOfTheCaller() {
        strikeTrigger(Fault.before(new Damage.Hang(Duration.ofHours(1))));

        assertThatThrownBy(() -> caller.send(caller.request(TRIGGER)
                        .timeout(Duration.ofMillis(200))
                        .POST(BodyPublishers.noBody())
                        .build()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(hightouch.runIds("42")).isEmpty();
    }

    @Test
    void hangingCallEndsAtItsLimit() {
        strikeTrigger(Fault.after(new Damage.Hang(Duration.ofMillis(10))));

        assertThatThrownBy(this::trigger).isInstanceOf(IOException.class);
        assertThat(hightouch.runIds("42")).hasSize(1);
    }

    @Test
    void redirectToAnotherHost() throws Exception {
        strikeTrigger(Fault.before(Damage.redirect(URI.create("http://elsewhere.example/"))));

        HttpResponse<String> response = trigger();

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("http://elsewhere.example/");
    }

    @Test
    void rightBodyUnderAWrongContentType() throws Exception {
        strikeTrigger(Fault.after(new Damage.Mislabel("text/html")));

        HttpResponse<String> response = trigger();

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(Caller.json(response).has("id")).isTrue();
    }

    @Test
    void jsonNull() throws Exception {
        strikeTrigger(Fault.after(new Damage.JsonNull()));

        assertThat(trigger().body()).isEqualTo("null");
    }

    @Test
    void answerWithoutIds() throws Exception {
        strikeTrigger(Fault.after(new Damage.WithoutIds()));
        simulators.stitchSimulator().faults().plan(Where.every("*", "/v4/**"), Fault.after(new Damage.WithoutIds()));

        assertThat(trigger().body()).isEqualTo("{}");
        try (var stitch = new Caller(simulators.stitch())) {
            assertThat(stitch.post("/v4/sources/42/sync").body()).isEqualTo("{}");
            assertThat(stitch.json("/v4/sources")).noneMatch(source -> source.has("id"));
        }
    }
}
