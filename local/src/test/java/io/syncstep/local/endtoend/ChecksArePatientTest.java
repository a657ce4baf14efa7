package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_RUNS;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.stitch.ExtractionScript;
import io.syncstep.local.simulator.stitch.Phase;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 9.2 of the contract: no bad answer fails a healthy run, and none is forgotten. */
class ChecksArePatientTest {

    @AutoClose
    private final Stage stage = new Stage();

    static Stream<Arguments> badAnswers() {
        return Unusable.answersAnd(
                new Damage.Instead(Reply.json(200, "{\"data\":{}}")),
                Damage.status(429),
                Damage.status(500),
                Damage.status(503));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void badAnswersDoNotEndARun(Damage damage) {
        stage.hightouch().faults().plan(Where.between(2, 5, "GET", HIGHTOUCH_RUNS), Fault.before(damage));

        assertThat(stage.run(HIGHTOUCH).result().path("status").asText()).isEqualTo("succeeded");
        assertThat(stage.hightouch().requests("GET", HIGHTOUCH_RUNS)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void badAnswersToTheEndAreATimeOut(Damage damage) {
        stage.hightouch().faults().plan(Where.every("GET", HIGHTOUCH_RUNS), Fault.before(damage));

        stage.run("""
                {"provider":"hightouch","syncId":77,"timeoutSeconds":300}""").failedWith("SyncTimedOut");
    }

    @Test
    void theTimeOutNamesTheTrouble() {
        stage.hightouch().faults().plan(Where.every("GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(503)));

        Ended ended = stage.run("""
                {"provider":"hightouch","syncId":77,"timeoutSeconds":300}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("503 Service Unavailable", "The run goes on");
    }

    @Test
    void theResultRemembersTheTrouble() {
        stage.hightouch().faults().plan(Where.nth(2, "GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(502)));

        assertThat(stage.run(HIGHTOUCH).result().path("message").asText()).contains("502 Bad Gateway");
    }

    @Test
    void retryAfterIsObeyed() {
        stage.hightouch()
                .faults()
                .plan(
                        Where.nth(2, "GET", HIGHTOUCH_RUNS),
                        Fault.before(new Damage.Instead(Reply.empty(429).with("Retry-After", "123"))));

        Ended ended = stage.run(HIGHTOUCH);

        ended.result();
        assertThat(ended.waits()).contains(123L);
    }

    @Test
    void refusalsThreeTimesInARowAreFinal() {
        stage.hightouch().faults().plan(Where.between(3, 5, "GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(404)));

        Ended ended = stage.run(HIGHTOUCH);

        assertThat(ended.failedWith("NotFound").path("httpStatus").asInt()).isEqualTo(404);
    }

    @Test
    void refusalsThatDoNotComeInARowAreForgiven() {
        stage.hightouch().faults().plan(Where.between(2, 3, "GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(403)));
        stage.hightouch().faults().plan(Where.nth(5, "GET", HIGHTOUCH_RUNS), Fault.before(Damage.status(403)));

        stage.run(HIGHTOUCH).result();
    }

    @Test
    void aRotatedKeyIsReadAgainInMidRun() {
        AtomicInteger checks = new AtomicInteger();
        stage.platform(functions -> (name, payload) -> {
            if (name.contains("CheckSync") && checks.incrementAndGet() == 3) {
                stage.hightouch().acceptTokens("rotated-key");
                stage.store("hightouch/default", stage.hightouchCredential("rotated-key"));
            }
            return functions.invoke(name, payload);
        });

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("GET", HIGHTOUCH_RUNS)).anyMatch(request -> request.status() == 401);
    }

    @Test
    void checksThatThePlatformLosesAreRepeated() {
        AtomicInteger calls = new AtomicInteger();
        stage.platform(functions -> (name, payload) -> calls.incrementAndGet() % 3 == 0 && name.contains("CheckSync")
                ? new FunctionAnswer.Refused("Lambda.Unknown", "reset")
                : functions.invoke(name, payload));

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
    }

    @Test
    void aPlatformThatFailsForGoodIsNamedAsSuch() {
        stage.platform(functions -> (name, payload) -> name.contains("CheckSync")
                ? new FunctionAnswer.Refused("Lambda.ServiceException", "the service is down")
                : functions.invoke(name, payload));

        assertThat(stage.run(HIGHTOUCH).execution().error()).isEqualTo("Lambda.ServiceException");
    }

    @Test
    void aRunThatEndedShortlyBeforeTheLimitIsNotTimedOut() {
        stage.stitch().play(77, ExtractionScript.succeedingAfter(Duration.ofSeconds(153)));

        stage.run("""
                {"provider":"stitch","sourceId":77,"timeoutSeconds":157}""").result();
    }

    static Stream<Arguments> listsWithoutTheLastJob() {
        return Unusable.each(Stream.of(
                new Damage.WithoutIds(), new Damage.Instead(Reply.json(200, Map.of("data", List.of())))));
    }

    @ParameterizedTest
    @MethodSource("listsWithoutTheLastJob")
    void theJobBeforeIsNotTakenForTheOneThatIsAttachedTo(Damage damage) {
        Instant now = stage.time().clock().instant();
        stage.stitch().addExtraction(77, now.minusSeconds(3600), ExtractionScript.succeeding());
        stage.stitch()
                .addExtraction(
                        77,
                        now.minusSeconds(10),
                        ExtractionScript.of(Phase.succeeds(5), Phase.fails(300, 1, "no"), Phase.succeeds(1)));
        stage.stitch().faults().plan(Where.first("GET", "/v4/*/extractions"), Fault.after(damage));

        stage.run("""
                {"provider":"stitch","sourceId":77}""").failedWith("SyncFailed");
    }

    @Test
    void aStopWhoseAnswerIsLostStillEndsAsTimedOut() {
        stage.platform(functions -> (name, payload) ->
                name.contains("StopSync") ? new FunctionAnswer.Lost() : functions.invoke(name, payload));

        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("whether it did is not known");
    }

    @Test
    void aStopThatFailsIsToldAndSentOnce() {
        stage.stitch().faults().plan(Where.every("DELETE", "**"), Fault.before(Damage.status(500)));

        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":9000006,"timeoutSeconds":60}""");

        ended.failedWith("SyncTimedOut");
        assertThat(ended.message()).contains("500 Internal Server Error", "not stopped");
        assertThat(stage.stitch().requests("DELETE", "**")).hasSize(1);
    }
}
