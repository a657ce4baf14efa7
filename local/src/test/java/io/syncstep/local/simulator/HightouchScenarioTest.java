package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.HightouchScenario;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each special sync id does what its description says. */
class HightouchScenarioTest {

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final Simulators simulators = Simulators.start(clock);

    @AutoClose
    private final Caller hightouch = new Caller(simulators.hightouch());

    private int trigger(long syncId) throws Exception {
        return hightouch.post("/syncs/" + syncId + "/trigger", "{}").statusCode();
    }

    private List<String> runStatuses(long syncId, Duration later) throws Exception {
        clock.advance(later);
        JsonNode runs = hightouch.json("/syncs/" + syncId + "/runs").get("data");
        return StreamSupport.stream(runs.spliterator(), false)
                .map(run -> run.get("status").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "9000001, failed",
        "9000002, warning",
        "9000003, cancelled",
        "9000005, interrupted",
        "9000006, processing",
        "9000008, success",
        "9000010, success",
        "9000011, success"
    })
    void syncEndsAsDescribed(long syncId, String status) throws Exception {
        trigger(syncId);

        assertThat(runStatuses(syncId, Duration.ofHours(20))).containsExactly(status);
    }

    @Test
    void failedRunHasAnErrorAndWroteAPart() throws Exception {
        trigger(9000001);
        clock.advance(Duration.ofMinutes(1));

        JsonNode run = hightouch.json("/syncs/9000001/runs").at("/data/0");

        assertThat(run.get("error").asText()).startsWith("Salesforce rejected the batch");
        assertThat(run.at("/successfulRows/addedCount").asInt()).isBetween(1, 772);
    }

    @Test
    void warningTellsTheRejectedRows() throws Exception {
        trigger(9000002);
        clock.advance(Duration.ofMinutes(1));

        JsonNode run = hightouch.json("/syncs/9000002/runs").at("/data/0");

        assertThat(run.at("/failedRows/addedCount").asInt()).isEqualTo(5);
        assertThat(run.at("/failedRows/changedCount").asInt()).isEqualTo(2);
        assertThat(run.at("/successfulRows/addedCount").asInt()).isEqualTo(768);
    }

    @Test
    void interruptedRunIsResumedInANewOne() throws Exception {
        trigger(9000004);

        assertThat(runStatuses(9000004, Duration.ofSeconds(30))).containsExactly("interrupted");
        assertThat(runStatuses(9000004, Duration.ofSeconds(24))).containsExactly("interrupted", "processing");
        assertThat(runStatuses(9000004, Duration.ofSeconds(30))).containsExactly("interrupted", "success");
    }

    @Test
    void busySyncQueuesOurRun() throws Exception {
        assertThat(runStatuses(9000007, Duration.ZERO)).containsExactly("processing");
        trigger(9000007);
        assertThat(runStatuses(9000007, Duration.ofSeconds(60))).containsExactly("processing", "queued");
        assertThat(runStatuses(9000007, Duration.ofSeconds(60))).containsExactly("success", "success");
    }

    @Test
    void unknownStatusIsPassedThrough() throws Exception {
        trigger(9000008);

        assertThat(runStatuses(9000008, Duration.ofSeconds(30))).containsExactly("rebalancing");
    }

    @Test
    void lateRunIsMissingForAMinuteAndAHalf() throws Exception {
        trigger(9000009);

        assertThat(runStatuses(9000009, Duration.ofSeconds(89))).isEmpty();
        assertThat(runStatuses(9000009, Duration.ofSeconds(1))).containsExactly("processing");
        assertThat(runStatuses(9000009, Duration.ofMinutes(2))).containsExactly("success");
    }

    @Test
    void successCanHaveARatioOf54Percent() throws Exception {
        trigger(9000010);
        clock.advance(Duration.ofMinutes(1));

        JsonNode run = hightouch.json("/syncs/9000010/runs").at("/data/0");

        assertThat(run.get("completionRatio").asDouble()).isEqualTo(0.54);
        assertThat(run.at("/successfulRows/addedCount").asInt()).isEqualTo(773);
    }

    @ParameterizedTest
    @CsvSource({"9000401, 401, 401", "9000404, 404, 404", "9000422, 200, 200", "9000500, 500, 200"})
    void refusedStartStartsNothing(long syncId, int ofStart, int ofList) throws Exception {
        assertThat(trigger(syncId)).isEqualTo(ofStart);
        assertThat(hightouch.get("/syncs/" + syncId + "/runs").statusCode()).isEqualTo(ofList);
        assertThat(simulators.hightouchSimulator().runIds(Long.toString(syncId)))
                .isEmpty();
    }

    @Test
    void invalidStartLooksLikeASuccess() throws Exception {
        JsonNode answer = Caller.json(hightouch.post("/syncs/9000422/trigger", "{}"));

        assertThat(answer.has("id")).isFalse();
        assertThat(answer.get("message").asText()).isEqualTo("Validation failed");
        assertThat(answer.get("details").isObject()).isTrue();
    }

    @Test
    void anyOtherIdCanPlayAScenario() throws Exception {
        simulators.hightouchSimulator().play("42", HightouchScenario.FAILS);
        simulators.hightouchSimulator().play("43", HightouchScenario.THROTTLES);
        trigger(42);

        assertThat(runStatuses(42, Duration.ofMinutes(1))).containsExactly("failed");
        assertThat(trigger(43)).isEqualTo(429);
    }

    @Test
    void tableNamesEveryIdOnceWithOneLineEach() {
        assertThat(Scenario.all())
                .allMatch(scenario -> !scenario.description().contains("\n"))
                .extracting(scenario -> scenario.provider() + scenario.taskId())
                .doesNotHaveDuplicates()
                .contains("hightouch9000001", "stitch9000001");
    }

    @ParameterizedTest
    @CsvSource({"9000429, 429, 0", "9000503, 503, 0", "9000502, 502, 1"})
    void onlyTheFirstStartStumbles(long id, int status, int started) throws Exception {
        assertThat(trigger(id)).isEqualTo(status);
        assertThat(simulators.hightouchSimulator().runIds(Long.toString(id))).hasSize(started);

        assertThat(trigger(id)).isEqualTo(200);
    }

    @Test
    void lostAnswerLeavesARunBehind() {
        assertThatThrownBy(() -> trigger(9000504)).isInstanceOf(IOException.class);

        assertThat(simulators.hightouchSimulator().runIds("9000504")).hasSize(1);
    }
}
