package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.sync.Answer;
import io.syncstep.sync.Asked;
import io.syncstep.sync.Doubt;
import io.syncstep.sync.Execution;
import io.syncstep.sync.Facts;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Member;
import io.syncstep.sync.Next;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Phases;
import io.syncstep.sync.Report;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Run;
import io.syncstep.sync.Start;
import io.syncstep.sync.SyncError;
import io.syncstep.sync.Trouble;
import io.syncstep.sync.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the state machine carries from one function to the next comes back as it was. */
class EnvelopeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant T = Instant.parse("2026-11-22T08:00:00.123456789Z");

    @Test
    void aRunComesBackWhole() {
        Run run = new Run(
                "9223372036854775807",
                "9007199254740993",
                true,
                List.of("41", "42"),
                Map.of("clientId", "116078", "endedBefore", ""),
                new Start(
                        T,
                        T.plusSeconds(1),
                        2,
                        5,
                        new Doubt(T.plusSeconds(2), T.plusSeconds(3), "503 \"Service\" 😀", 503, 4)),
                new Watch(
                        7,
                        3,
                        new Trouble("connection lost", T.plusSeconds(4), Duration.ofSeconds(90)),
                        2,
                        T.plusSeconds(5),
                        new Facts(
                                "processing",
                                0.54,
                                "text\nof two lines",
                                T.plusSeconds(6),
                                T.plusSeconds(7),
                                new Rows(new Counts(1L, null, 3L), null, new Counts(4L, 5L, 6L)),
                                new Phases(0L, 1L, null),
                                null,
                                "https://page"),
                        2,
                        T.plusSeconds(8)),
                new PastDurations(List.of(61L, 58L)));

        assertThat(throughTheStateMachine(run)).isEqualTo(run);
    }

    @Test
    void membersAreNotCarriedSinceThousandsWouldBurstTheState() {
        Facts facts = new Facts(
                "running", null, null, null, null, null, null, List.of(new Member("1", null, "failed", null)), null);
        Run run = new Run(
                "1",
                "2",
                false,
                List.of(),
                Map.of(),
                new Start(T, T, 1, 0, null),
                new Watch(1, 0, null, 0, null, facts),
                PastDurations.NONE);

        assertThat(throughTheStateMachine(run).watch().facts().members()).isNull();
    }

    @Test
    void aNewRunComesBackWhole() {
        Run run = Run.notStarted("1127166", T);

        assertThat(throughTheStateMachine(run)).isEqualTo(run);
    }

    @Test
    void anAnswerHasEveryFieldSinceTheStateMachineSelectsThemAll() throws JsonProcessingException {
        JsonNode answer = JSON.readTree(Envelope.write(new Answer(Next.FOLLOW, 15, null, null)));

        assertThat(answer)
                .isEqualTo(JSON.readTree("{\"next\":\"follow\",\"waitSeconds\":15,\"run\":{},\"report\":{}}"));
    }

    @Test
    void aFailureIsErrorAndCauseAsTexts() throws JsonProcessingException {
        JsonNode answer = JSON.readTree(Envelope.write(
                Answer.fail(new Report.Failure(SyncError.SYNC_FAILED, "It \"failed\".", Asked.NOTHING, null, null))));

        assertThat(answer.path("next").asText()).isEqualTo("fail");
        assertThat(answer.path("report").path("error").asText()).isEqualTo("SyncFailed");
        assertThat(JSON.readTree(answer.path("report").path("cause").textValue())
                        .path("message")
                        .asText())
                .isEqualTo("It \"failed\".");
    }

    @Test
    void theFirstEventHasNoRun() {
        Envelope event = Envelope.read("""
                {"request":{"provider":"stitch"},
                 "execution":{"id":"arn:x","name":"nightly","startedAt":"2026-11-22T08:00:00.123Z"},
                 "sync":{"next":"prepare","waitSeconds":0,"run":{},"report":{}}}
                """, Instant.EPOCH);

        assertThat(event.run()).isEmpty();
        assertThat(event.lost()).isEmpty();
        assertThat(event.next()).isEqualTo("prepare");
        assertThat(event.execution())
                .isEqualTo(new Execution("arn:x", "nightly", Instant.parse("2026-11-22T08:00:00.123Z")));
        assertThat(event.request().toString()).isEqualTo("{\"provider\":\"stitch\"}");
    }

    @Test
    void anAnswerThatThePlatformLostIsKnownByItsError() {
        Envelope event = Envelope.read("""
                {"request":{},"execution":{"id":"a","name":"b","startedAt":"2026-11-22T08:00:00Z"},
                 "sync":{"next":"find","waitSeconds":2,"run":{"taskId":"1"},
                         "report":{"Error":"States.Timeout","Cause":"secret details of AWS"}}}
                """, Instant.EPOCH);

        assertThat(event.lost())
                .hasValueSatisfying(
                        lost -> assertThat(lost).contains("States.Timeout").doesNotContain("secret"));
        assertThat(event.run())
                .hasValueSatisfying(run -> assertThat(run.taskId()).isEqualTo("1"));
    }

    @Test
    void anOlderRunWithoutSomeFieldsIsStillRead() {
        Envelope event = Envelope.read("""
                {"request":{},"execution":{"id":"a","name":"b","startedAt":"2026-11-22T08:00:00Z"},
                 "sync":{"next":"follow","run":{"taskId":"1","runId":"42","fromTheFuture":{"x":1}}}}
                """, Instant.EPOCH);

        assertThat(event.run()).hasValueSatisfying(run -> {
            assertThat(run.runId()).isEqualTo("42");
            assertThat(run.watch().checks()).isZero();
            assertThat(run.previousRunIds()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "5", "{}"})
    void aStartTimeThatIsNoneIsNamed(String value) {
        String startedAt = ",\"startedAt\":" + value;

        assertThatThrownBy(() -> Envelope.read("{\"execution\":{\"id\":\"a\"" + startedAt + "}}", Instant.EPOCH))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("execution.startedAt must be a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"startedAt\":null"})
    void aCallByHandStartsNow(String startedAt) {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");

        Envelope event = Envelope.read("{\"execution\":{\"id\":\"a\"" + startedAt + "}}", now);

        assertThat(event.execution().startedAt()).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"request\":{\"syncId\":1,\"syncId\":2}}", "not json"})
    void anEventThatCannotBeReadIsAnInvalidRequest(String text) {
        assertThatThrownBy(() -> Envelope.read(text, Instant.EPOCH)).isInstanceOf(InvalidRequest.class);
    }

    private static Run throughTheStateMachine(Run run) {
        String answer = Envelope.write(new Answer(Next.FOLLOW, 1, run, null));
        String event =
                "{\"request\":{},\"execution\":{\"id\":\"a\",\"name\":\"b\",\"startedAt\":\"2026-11-22T08:00:00Z\"},"
                        + "\"sync\":" + answer + "}";
        return Envelope.read(event, Instant.EPOCH).run().orElseThrow();
    }
}
