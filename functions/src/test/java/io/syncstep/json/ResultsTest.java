package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Member;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Phases;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Run;
import io.syncstep.testing.Requests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A result has the shape of section 2 of the contract, to the letter. */
class ResultsTest {

    @Test
    void aHightouchResultIsAsTheContractHasIt() throws JsonProcessingException {
        Facts facts =
                new Facts("success", 0.54, null, Told.STARTED, Told.FINISHED, Told.ROWS, null, null, "https://page");

        assertThat(Told.result(Requests.hightouch(""), Told.run("1127166", "42", facts)))
                .isEqualTo(Told.JSON.readTree("""
                        {"provider":"hightouch","account":"default","taskId":"1127166","runId":"42","status":"succeeded",
                         "providerStatus":"success","message":"It went well.","triggeredAt":"2026-11-22T08:00:00Z",
                         "startedAt":"2026-11-22T08:00:02Z","finishedAt":"2026-11-22T08:01:03.900Z",
                         "durationSeconds":61,"checks":3,"attached":false,"url":"https://page",
                         "rows":{"planned":{"added":773,"changed":0,"removed":0},
                                 "successful":{"added":773,"changed":0,"removed":0},
                                 "failed":{"added":0,"changed":0,"removed":0}}}
                        """));
    }

    @Test
    void aStitchResultHasPhasesAndNoRows() throws JsonProcessingException {
        Facts facts = new Facts(
                "completed", null, null, Told.STARTED, Told.FINISHED, null, new Phases(0L, 0L, 0L), null, null);

        assertThat(Told.result(Requests.stitch("\"account\":\"acme\""), Told.run("120643", "1.120643.sync.x", facts)))
                .isEqualTo(Told.JSON.readTree("""
                        {"provider":"stitch","account":"acme","taskId":"120643","runId":"1.120643.sync.x",
                         "status":"succeeded","providerStatus":"completed","message":"It went well.",
                         "triggeredAt":"2026-11-22T08:00:00Z","startedAt":"2026-11-22T08:00:02Z",
                         "finishedAt":"2026-11-22T08:01:03.900Z","durationSeconds":61,"checks":3,"attached":false,
                         "phases":{"discovery":0,"tap":0,"target":0}}
                        """));
    }

    @Test
    void aSequenceResultHasMembersInPlaceOfRows() {
        Facts facts = new Facts(
                "done",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Member("1", "11", "success", "https://page/11"), new Member("2", null, "success", null)),
                null);

        JsonNode result = Told.result(Requests.sequence(""), Told.run("3fa85f64", "seq-1", facts));

        assertThat(result.path("members").toString())
                .isEqualTo("[{\"taskId\":\"1\",\"runId\":\"11\",\"status\":\"success\",\"url\":\"https://page/11\"},"
                        + "{\"taskId\":\"2\",\"status\":\"success\"}]");
        assertThat(result.has("rows")).isFalse();
    }

    @Test
    void whatAProviderDoesNotTellIsAbsent() {
        JsonNode result = Told.result(Requests.hightouch(""), Told.run("1127166", "42", Facts.NONE));

        assertThat(result.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "provider",
                        "account",
                        "taskId",
                        "runId",
                        "status",
                        "message",
                        "triggeredAt",
                        "checks",
                        "attached");
    }

    @Test
    void countsThatAProviderDoesNotTellAreAbsent() {
        Rows rows = new Rows(null, null, new Counts(1L, null, 0L));
        Facts facts = new Facts("warning", null, null, null, null, rows, null, null, null);

        assertThat(Told.result(Requests.hightouch(""), Told.run("1127166", "42", facts))
                        .path("rows")
                        .toString())
                .isEqualTo("{\"failed\":{\"added\":1,\"removed\":0}}");
    }

    @Test
    void aDurationWithoutAStartRunsFromTheTrigger() {
        Facts facts = new Facts("success", null, null, null, Told.FINISHED, null, null, null, null);

        assertThat(Told.result(Requests.hightouch(""), Told.run("1127166", "42", facts))
                        .path("durationSeconds")
                        .asLong())
                .isEqualTo(63);
    }

    @Test
    void aDurationIsNeverNegative() {
        Facts facts = new Facts("success", null, null, Told.STARTED, Told.TRIGGERED, null, null, null, null);

        assertThat(Told.result(Requests.hightouch(""), Told.run("1127166", "42", facts))
                        .path("durationSeconds")
                        .asLong())
                .isZero();
    }

    @Test
    void interruptedRunsAreNamedBesideTheLast() {
        Run resumed = new Run(
                "1127166",
                "44",
                false,
                List.of("42", "43"),
                Map.of(),
                Told.start(),
                Told.watch(Facts.NONE),
                PastDurations.NONE);

        JsonNode result = Told.result(Requests.hightouch(""), resumed);

        assertThat(result.path("runId").asText()).isEqualTo("44");
        assertThat(result.path("previousRunIds").toString()).isEqualTo("[\"42\",\"43\"]");
    }
}
