package io.syncstep.hightouch;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Run;
import io.syncstep.sync.Start;
import io.syncstep.sync.Watch;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.Requests;
import io.syncstep.testing.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An interrupted run resumes in another one, which nothing links to it: the first that was created after its end. */
class InterruptedRunTest {

    private static final Instant CREATED = HightouchServer.NOW;
    private static final Instant END = CREATED.plusSeconds(600);
    private static final String INTERRUPTED =
            HightouchServer.run("42", "interrupted", CREATED, "\"finishedAt\":\"" + END + "\"");
    private static final Run OURS = Runs.started("1127166", "42", CREATED);

    @Test
    void withoutASuccessorItStaysInterrupted() {
        assertThat(lookAt(OURS, INTERRUPTED)).isInstanceOf(Look.Interrupted.class);
    }

    @Test
    void theFirstRunCreatedAfterItsEndIsItsSuccessor() {
        Look look = lookAt(
                OURS,
                HightouchServer.run("40", "success", CREATED.minusSeconds(900), ""),
                HightouchServer.run("44", "queued", END.plusSeconds(60), ""),
                HightouchServer.run("43", "processing", END.plusSeconds(1), ""),
                INTERRUPTED);

        assertThat(look).isEqualTo(new Look.Resumed("43"));
    }

    @Test
    void fiveSecondsAreAllowedForClocks() {
        assertThat(lookAt(OURS, INTERRUPTED, HightouchServer.run("43", "queued", END.minusSeconds(5), "")))
                .isEqualTo(new Look.Resumed("43"));
        assertThat(lookAt(OURS, INTERRUPTED, HightouchServer.run("43", "queued", END.minusSeconds(6), "")))
                .isInstanceOf(Look.Interrupted.class);
    }

    @Test
    void anEarlierRunOfOursIsNoSuccessor() {
        Run resumedBefore = new Run(
                "1127166",
                "42",
                false,
                List.of("43"),
                Map.of(),
                new Start(CREATED, CREATED, 1, 0, null),
                new Watch(0, 0, null, 0, null, Facts.NONE),
                PastDurations.NONE);

        assertThat(lookAt(resumedBefore, INTERRUPTED, HightouchServer.run("43", "interrupted", END, "")))
                .isInstanceOf(Look.Interrupted.class);
    }

    @Test
    void withoutAnEndTimeTheTimeOfItsCreationCounts() {
        assertThat(lookAt(
                        OURS,
                        HightouchServer.run("42", "interrupted", CREATED, "\"finishedAt\":null"),
                        HightouchServer.run("43", "queued", CREATED.plusSeconds(60), "")))
                .isEqualTo(new Look.Resumed("43"));
    }

    @Test
    void aRunQueuedWhileOursWasStillGoingIsNoSuccessor() {
        Run seenGoing = OURS.noted(Map.of("seenGoing", CREATED.plusSeconds(90).toString()));

        assertThat(lookAt(
                        seenGoing,
                        HightouchServer.run("42", "interrupted", CREATED, "\"finishedAt\":null"),
                        HightouchServer.run("43", "queued", CREATED.plusSeconds(60), "")))
                .isInstanceOf(Look.Interrupted.class);
    }

    @Test
    void whenARunWasSeenGoingIsNoted() {
        Look.Going going = (Look.Going) lookAt(OURS, HightouchServer.run("42", "processing", CREATED, ""));

        assertThat(going.run().notes()).containsKey("seenGoing");
    }

    @Test
    void aRunWithoutATimeIsNoSuccessor() {
        assertThat(lookAt(OURS, INTERRUPTED, "{\"id\":\"43\",\"status\":\"queued\",\"createdAt\":null}"))
                .isInstanceOf(Look.Interrupted.class);
    }

    @Test
    void aSearchWithoutAnswerSaysNothing() {
        try (LocalServer server =
                LocalServer.answering(HightouchServer.list(INTERRUPTED), LocalServer.Response.empty(502))) {
            assertThat(HightouchServer.syncRuns(server, Requests.hightouch("")).look(OURS))
                    .isInstanceOf(Look.Unanswered.class);
        }
    }

    private static Look lookAt(Run run, String... listed) {
        try (LocalServer server = LocalServer.answering(call -> call.target().contains("runId=")
                ? HightouchServer.list(listed)
                : HightouchServer.page(List.of(listed), call.target()))) {
            return HightouchServer.syncRuns(server, Requests.hightouch("")).look(run);
        }
    }
}
