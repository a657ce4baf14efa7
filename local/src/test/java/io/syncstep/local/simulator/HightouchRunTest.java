package io.syncstep.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.RunScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a run, as somebody sees it who asks again and again. */
class HightouchRunTest extends CallsToHightouch {

    private String statusAt(long second, String syncId, String runId) throws Exception {
        clock.advanceTo(second);
        return run(syncId, runId).path("status").asText("not listed");
    }

    @Test
    void runPassesThroughEveryStatusAndSucceedsAfter24Seconds() throws Exception {
        hightouch.play("42", RunScript.ending("success").listedAfter(Duration.ZERO));
        String id = trigger("42");

        assertThat(statusAt(0, "42", id)).isEqualTo("queued");
        assertThat(statusAt(3, "42", id)).isEqualTo("querying");
        assertThat(statusAt(8, "42", id)).isEqualTo("processing");
        assertThat(statusAt(19, "42", id)).isEqualTo("reporting");
        assertThat(statusAt(24, "42", id)).isEqualTo("success");
        assertThat(statusAt(86_400, "42", id)).isEqualTo("success");
    }

    @Test
    void newRunIsMissingInTheListAtFirst() throws Exception {
        String id = trigger("42");

        assertThat(statusAt(5, "42", id)).isEqualTo("not listed");
        assertThat(statusAt(6, "42", id)).isEqualTo("querying");
    }

    @Test
    void queuedRunHasNullsWhereItHasNothingToTell() throws Exception {
        hightouch.play("42", RunScript.ending("success").listedAfter(Duration.ZERO));

        JsonNode run = run("42", trigger("42"));

        assertThat(run.get("createdAt").asText()).isEqualTo("2026-11-22T08:00:00.000Z");
        assertThat(List.of(
                        "startedAt",
                        "finishedAt",
                        "querySize",
                        "completionRatio",
                        "plannedRows",
                        "failedRows",
                        "error"))
                .allMatch(field -> run.has(field) && run.get(field).isNull());
    }

    @Test
    void countsAndRatioGrowUntilEverythingIsWritten() throws Exception {
        String id = trigger("42");

        clock.advanceTo(10);
        JsonNode early = run("42", id);
        clock.advanceTo(18);
        JsonNode later = run("42", id);
        clock.advanceTo(24);
        JsonNode end = run("42", id);

        assertThat(added(later)).isGreaterThan(added(early)).isLessThan(773);
        assertThat(later.get("completionRatio").asDouble())
                .isGreaterThan(early.get("completionRatio").asDouble());
        assertThat(added(end)).isEqualTo(773);
        assertThat(end.get("completionRatio").asDouble()).isEqualTo(1);
        assertThat(end.get("finishedAt").asText()).isEqualTo("2026-11-22T08:00:24.000Z");
        assertThat(end.get("createdAt").asText())
                .isLessThan(end.get("startedAt").asText());
    }

    private static int added(JsonNode run) {
        return run.at("/successfulRows/addedCount").asInt();
    }

    @Test
    void secondRunIsQueuedBehindTheFirst() throws Exception {
        String first = trigger("42");
        clock.advanceTo(2);
        String second = trigger("42");

        assertThat(statusAt(23, "42", second)).isEqualTo("queued");
        assertThat(statusAt(25, "42", first)).isEqualTo("success");
        assertThat(statusAt(25, "42", second)).isEqualTo("querying");
    }

    @Test
    void runBehindOneThatNeverEndsStaysQueued() throws Exception {
        hightouch.addRun("42", clock.instant(), RunScript.ending("success").endless());
        String mine = trigger("42");

        assertThat(statusAt(86_400, "42", mine)).isEqualTo("queued");
    }

    @Test
    void idsAbove2To53AreKeptToTheLastDigit() throws Exception {
        hightouch.nextRunId(9007199254740993L);

        assertThat(trigger("9007199254740995")).isEqualTo("9007199254740993");
        clock.advanceTo(10);
        assertThat(run("9007199254740995", "9007199254740993").get("id").asText())
                .isEqualTo("9007199254740993");
    }

    @Test
    void idsComeAsNumbersWhenAskedFor() throws Exception {
        hightouch.writeRunIdsAsNumbers();

        assertThat(Caller.json(caller.post("/syncs/42/trigger")).get("id").isNumber())
                .isTrue();
    }
}
