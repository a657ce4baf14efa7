package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static io.syncstep.local.endtoend.Tasks.STITCH_START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.stitch.StitchScenario;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Exchange;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 9.1 of the contract: what surely was not processed is sent again while that helps, and what was refused is not. */
class StartSentAgainTest {

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void a503IsFollowedByALookAndAnotherCallThreeInAll() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.before(Damage.status(503)));

        Ended ended = stage.run(HIGHTOUCH);

        assertThat(ended.failedWith("ProviderError").path("httpStatus").asInt()).isEqualTo(503);
        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(3);
    }

    @Test
    void a503BehindWhichARunWasStartedIsNotRepeated() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.after(Damage.status(503)));

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
    }

    @Test
    void alreadyRunningAfterA503MeansOurs() {
        stage.stitch().play(77, StitchScenario.TAKES_AN_HOUR);
        stage.stitch().faults().plan(Where.first("POST", STITCH_START), Fault.after(Damage.status(503)));

        JsonNode result = stage.run("""
                {"provider":"stitch","sourceId":77,"ifRunning":"fail","timeoutSeconds":7200}""").result();

        assertThat(stage.stitch().requests("POST", STITCH_START)).hasSize(2);
        assertThat(result.path("attached").asBoolean()).isFalse();
        assertThat(stage.stitch().jobNames(77))
                .hasSize(1)
                .containsExactly(result.path("runId").asText());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 301})
    void aRefusalAfterA503DoesNotSettleWhatTheFirstCallDid(int status) {
        stage.stitch().play(77, StitchScenario.TAKES_AN_HOUR);
        stage.stitch().faults().plan(Where.nth(2, "POST", STITCH_START), Fault.before(Damage.status(status)));
        stage.stitch().faults().plan(Where.first("POST", STITCH_START), Fault.after(Damage.status(503)));

        JsonNode result = stage.run("""
                {"provider":"stitch","sourceId":77,"timeoutSeconds":7200}""").result();

        assertThat(stage.stitch().jobNames(77))
                .containsExactly(result.path("runId").asText());
    }

    @Test
    void a503JustBeforeTheDeadlineLeavesAStitchStartUnconfirmed() {
        stage.stitch().play(77, StitchScenario.NEVER_ENDS);
        stage.stitch().faults().plan(Where.every("POST", STITCH_START), Fault.after(Damage.status(503)));

        stage.run("""
                {"provider":"stitch","sourceId":77,"timeoutSeconds":61}""").failedWith("TriggerUnconfirmed");
    }

    @Test
    void throttlingIsWaitedOutAsAsked() {
        stage.hightouch()
                .faults()
                .plan(
                        Where.between(1, 5, "POST", HIGHTOUCH_TRIGGER),
                        Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "40"))));

        Ended ended = stage.run(HIGHTOUCH);

        ended.result();
        assertThat(ended.waits().subList(0, 5)).containsOnly(40L);
        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(6);
    }

    @Test
    void throttlingPastTheDeadlineIsAProviderError() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.before(Damage.status(429)));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":77,"timeoutSeconds":300}""");

        assertThat(ended.failedWith("ProviderError").path("httpStatus").asInt()).isEqualTo(429);
        assertThat(ended.execution().waitedSeconds()).isLessThanOrEqualTo(300);
        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER).size()).isGreaterThan(3);
    }

    @Test
    void aRefusedConnectionIsTriedThreeTimes() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        stage.store("hightouch/default", "{\"apiKey\":\"k-1\",\"baseUrl\":\"http://127.0.0.1:" + closed + "\"}");

        Ended ended = stage.run(HIGHTOUCH);

        ended.failedWith("ProviderError");
        assertThat(ended.message()).contains("3 calls", "connection refused");
        assertThat(ended.waits()).containsExactly(5L, 10L);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422, 301, 307})
    void aRejectionIsFinal(int status) {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.before(Damage.status(status)));

        Ended ended = stage.run(HIGHTOUCH);

        assertThat(ended.failedWith("ProviderError").path("httpStatus").asInt()).isEqualTo(status);
        assertThat(ended.waits()).isEmpty();
    }

    @Test
    void aKeyReplacedInTheStoreIsUsedAfterA401() {
        stage.hightouch().acceptTokens("new-key-2");
        stage.platform(functions -> (name, payload) -> {
            if (name.contains("TriggerSync")) {
                stage.store("hightouch/default", stage.hightouchCredential("new-key-2"));
            }
            return functions.invoke(name, payload);
        });

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER))
                .extracting(Exchange::status)
                .containsExactly(401, 200);
    }
}
