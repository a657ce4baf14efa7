package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Asked;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Member;
import io.syncstep.sync.Report;
import io.syncstep.sync.Run;
import io.syncstep.sync.SyncError;
import io.syncstep.testing.Requests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure has the shape of section 3 of the contract, to the letter. */
class FailuresTest {

    @Test
    void aFailureIsAnErrorAndACauseThatIsOneJsonText() throws JsonProcessingException {
        Facts facts =
                new Facts("failed", null, "text", Told.STARTED, Told.FINISHED, Told.ROWS, null, null, "https://page");

        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED, "It failed.", Requests.hightouch(""), Told.run("1127166", "42", facts), 500));

        assertThat(report.propertyStream().map(Map.Entry::getKey)).containsExactly("error", "cause", "event");
        assertThat(report.path("error").asText()).isEqualTo("SyncFailed");
        assertThat(Told.JSON.readTree(report.path("cause").textValue())).isEqualTo(Told.JSON.readTree("""
                        {"message":"It failed.","provider":"hightouch","account":"default","taskId":"1127166","runId":"42",
                         "providerStatus":"failed","url":"https://page","httpStatus":500,
                         "rows":{"planned":{"added":773,"changed":0,"removed":0},
                                 "successful":{"added":773,"changed":0,"removed":0},
                                 "failed":{"added":0,"changed":0,"removed":0}}}
                        """));
    }

    @Test
    void theEventOfAFailureIsItsCauseWithTheErrorBesideIt() throws JsonProcessingException {
        ObjectNode report = Reports.of(new Report.Failure(
                SyncError.SYNC_FAILED,
                "x".repeat(200_000),
                Requests.hightouch(""),
                Told.run("1127166", "42", Facts.NONE),
                500));

        ObjectNode cause = (ObjectNode) Told.JSON.readTree(report.path("cause").textValue());
        assertThat(report.path("event")).isEqualTo(cause.put("error", "SyncFailed"));
        assertThat(report.path("event").toString()).hasSizeLessThan(33_000);
    }

    @Test
    void aFailureOfARequestThatCouldNotBeReadIsItsMessage() {
        assertThat(Told.cause(new Report.Failure(
                                SyncError.INVALID_REQUEST, "syncId must be …", Asked.NOTHING, null, null))
                        .toString())
                .isEqualTo("{\"message\":\"syncId must be …\"}");
    }

    @Test
    void aFailureBeforeAnyRunNamesTheTask() {
        JsonNode cause =
                Told.cause(new Report.Failure(SyncError.CREDENTIAL_NOT_FOUND, "m", Requests.stitch(""), null, null));

        assertThat(cause.toString())
                .isEqualTo("{\"message\":\"m\",\"provider\":\"stitch\",\"account\":\"default\",\"taskId\":\"120643\"}");
    }

    @Test
    void whatIsNotToldOfAMemberIsAbsent() {
        Facts facts =
                new Facts("done", null, null, null, null, null, null, List.of(new Member("1", "11", null, null)), null);

        JsonNode cause = Told.cause(new Report.Failure(
                SyncError.SYNC_FAILED, "m", Requests.sequence(""), Told.run("3fa85f64", "seq-1", facts), null));

        assertThat(cause.path("members").toString()).isEqualTo("[{\"taskId\":\"1\",\"runId\":\"11\"}]");
    }

    @Test
    void aSlugWhoseIdIsNotKnownYetIsNoTaskId() {
        Run unresolved = Run.notStarted("orders-to-crm", Told.TRIGGERED);

        JsonNode cause =
                Told.cause(new Report.Failure(SyncError.NOT_FOUND, "m", Requests.hightouchSlug(""), unresolved, 404));

        assertThat(cause.has("taskId")).isFalse();
        assertThat(Told.cause(new Report.Failure(
                                SyncError.NOT_FOUND,
                                "m",
                                Requests.hightouchSlug(""),
                                Run.notStarted("1127166", Told.TRIGGERED),
                                404))
                        .path("taskId")
                        .asText())
                .isEqualTo("1127166");
    }
}
