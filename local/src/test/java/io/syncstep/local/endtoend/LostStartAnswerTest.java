package io.syncstep.local.endtoend;

import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_RUNS;
import static io.syncstep.local.endtoend.Tasks.HIGHTOUCH_TRIGGER;
import static io.syncstep.local.endtoend.Tasks.STITCH;
import static io.syncstep.local.endtoend.Tasks.STITCH_START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.lambda.FunctionAnswer;
import io.syncstep.local.simulator.hightouch.RunScript;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Where;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 9.1 of the contract: a start call whose answer was lost is never sent again, and the run it started is found. */
class LostStartAnswerTest {

    @AutoClose
    private final Stage stage = new Stage();

    static Stream<Arguments> lostAnswers() {
        return Unusable.answersAnd(
                Damage.status(500),
                new Damage.Instead(Reply.html(502, "<html>Bad Gateway</html>")),
                Damage.status(504));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void theRunBehindALostAnswerIsAdopted(Damage damage) {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.after(damage));

        JsonNode result = stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
        assertThat(result.path("runId").asText())
                .isEqualTo(stage.hightouch().runIds("77").getLast());
        assertThat(result.path("attached").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void theJobBehindALostAnswerIsAdopted(Damage damage) {
        stage.stitch().faults().plan(Where.every("POST", STITCH_START), Fault.after(damage));

        JsonNode result = stage.run(STITCH).result();

        assertThat(stage.stitch().requests("POST", STITCH_START)).hasSize(1);
        assertThat(result.path("runId").asText())
                .isEqualTo(stage.stitch().jobNames(77).getLast());
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void whereNothingWasStartedNothingIsStartedAgain(Damage damage) {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.before(damage));

        Ended ended = stage.run(HIGHTOUCH);

        assertThat(ended.execution().error()).isIn(errorsAfter(damage));
        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
        assertThat(ended.execution().waitedSeconds()).isBetween(60L, 70L);
    }

    /** A connection that breaks behind the head of an answer may take the head with it. */
    private static List<String> errorsAfter(Damage damage) {
        return switch (damage) {
            case Damage.Drop() -> List.of("TriggerUnconfirmed");
            case Damage.Truncate() -> List.of("ProviderError", "TriggerUnconfirmed");
            default -> List.of("ProviderError");
        };
    }

    @Test
    void aStitchStartThatShowsNothingByTheDeadlineIsUnconfirmed() {
        stage.stitch().faults().plan(Where.every("POST", STITCH_START), Fault.before(Damage.status(500)));

        Ended ended = stage.run("""
                {"provider":"stitch","sourceId":77,"timeoutSeconds":600}""");

        ended.failedWith("TriggerUnconfirmed");
        assertThat(ended.execution().waitedSeconds()).isBetween(600L, 602L);
        assertThat(stage.stitch().requests("POST", STITCH_START)).hasSize(1);
    }

    @Test
    void aMinuteThatTheDeadlineCutsShortSettlesNothing() {
        stage.hightouch().faults().plan(Where.first("POST", HIGHTOUCH_TRIGGER), Fault.before(Damage.status(429)));
        stage.hightouch().faults().plan(Where.nth(2, "POST", HIGHTOUCH_TRIGGER), Fault.before(Damage.status(500)));

        stage.run("""
                {"provider":"hightouch","syncId":77,"timeoutSeconds":60}""").failedWith("TriggerUnconfirmed");
    }

    @Test
    void anAcceptedStartWithoutAnIdIsLookedFor() {
        stage.hightouch()
                .faults()
                .plan(
                        Where.every("POST", HIGHTOUCH_TRIGGER),
                        Fault.after(new Damage.Instead(Reply.json(202, "{\"message\":\"accepted\"}"))));

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
    }

    @Test
    void aSecretThatIsGoneAfterALostStartIsWaitedFor() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.after(new Damage.Drop()));
        AtomicInteger checks = new AtomicInteger();
        stage.platform(functions -> (name, payload) -> {
            if (name.contains("CheckSync") && checks.incrementAndGet() == 2) {
                stage.hightouch().acceptTokens("the-next-key");
                stage.forget("hightouch/default");
            } else if (checks.get() > 2) {
                stage.store("hightouch/default", stage.hightouchCredential("the-next-key"));
            }
            return functions.invoke(name, payload);
        });

        stage.run(HIGHTOUCH).result();
    }

    @Test
    void severalCandidatesAreNamed() {
        stage.hightouch().faults().plan(Where.every("POST", HIGHTOUCH_TRIGGER), Fault.after(new Damage.Drop()));
        stage.hightouch().addRun("77", stage.time().clock().instant().plusSeconds(1), RunScript.ending("success"));

        Ended ended = stage.run(HIGHTOUCH);

        ended.failedWith("TriggerUnconfirmed");
        assertThat(ended.message()).contains(stage.hightouch().runIds("77"));
    }

    @Test
    void aRunListedWithoutItsIdIsNotTakenForOurs() {
        stage.hightouch().play("77", RunScript.ending("success").listedAfter(Duration.ZERO));
        stage.hightouch().faults().plan(Where.first("POST", HIGHTOUCH_TRIGGER), Fault.after(new Damage.Drop()));
        stage.hightouch().faults().plan(Where.nth(2, "GET", HIGHTOUCH_RUNS), Fault.after(new Damage.WithoutIds()));

        assertThat(stage.run(HIGHTOUCH).result().path("runId").asText())
                .isEqualTo(stage.hightouch().runIds("77").getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void oneEmptyListAfterALostLookDoesNotSettleThatNothingWasStarted(int status) {
        stage.hightouch().faults().plan(Where.first("POST", HIGHTOUCH_TRIGGER), Fault.after(Damage.status(status)));
        stage.hightouch().play("77", RunScript.ending("success").listedAfter(Duration.ofSeconds(66)));
        AtomicInteger looks = new AtomicInteger();
        stage.platform(functions -> (name, payload) ->
                payload.path("sync").path("next").asText().equals("find") && looks.incrementAndGet() == 1
                        ? new FunctionAnswer.Lost()
                        : functions.invoke(name, payload));

        stage.run(HIGHTOUCH).result();

        assertThat(stage.hightouch().requests("POST", HIGHTOUCH_TRIGGER)).hasSize(1);
    }
}
