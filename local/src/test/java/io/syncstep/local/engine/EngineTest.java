package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.error;
import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.only;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.Execution.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition says is what happens. */
@TestInstance(Lifecycle.PER_CLASS)
class EngineTest {

    private final Engine engine = new Engine();
    private Machine machine = new Machine(engine);

    @BeforeEach
    void freshTime() {
        machine = new Machine(engine);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void aWaitInVirtualTimeTakesNoTimeAndMovesTheClock() {
        var ended = machine.run(only("{'Type':'Wait','Seconds':86400,'Next':'B'}"), "{}");

        assertThat(ended.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(ended.waits()).containsExactly(86_400L);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aWaitInRealTimeTakesItsTime() {
        var started = System.nanoTime();
        try (var engine = new Engine()) {
            var definition = Machine.parse(only("{'Type':'Wait','Seconds':1,'Next':'B'}"));
            engine.run(definition, json("{}"), Map.of(), new RealTime(), Listener.NONE);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"0", "7", "3600"})
    void aWaitTakesItsSecondsFromTheData(long seconds) {
        var ended = machine.run(only("{'Type':'Wait','SecondsPath':'$.s','Next':'B'}"), "{'s':" + seconds + "}");

        assertThat(ended.waits()).containsExactly(seconds);
        assertThat(ended.waitedSeconds()).isEqualTo(seconds);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aWaitUntilATimestampEndsThen() {
        machine.run(only("{'Type':'Wait','TimestampPath':'$.t','Next':'B'}"), "{'t':'2026-11-24T08:01:30Z'}");

        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theClockStandsStillWhileTasksWork() {
        machine.run(task("'TimeoutSeconds':5"), "{}", ok("{}"));

        assertThat(machine.elapsed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void retryDelaysGrowByTheRateUpToTheirLimitExactly() {
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':2,'BackoffRate':2,'MaxAttempts':6,"
                        + "'MaxDelaySeconds':10}]"),
                "{}",
                error("Broken"));

        assertThat(machine.calledAfter())
                .extracting(Duration::toSeconds)
                .containsExactly(0L, 2L, 6L, 14L, 24L, 34L, 44L);
        assertThat(ended.error()).isEqualTo("Broken");
        assertThat(ended.transitions()).isEqualTo(7);
        assertThat(ended.waits()).isEmpty();
    }

    @Test
    void anErrorThatNoRetrierNamesIsNotRetried() {
        machine.run(
                task("'Retry':[{'ErrorEquals':['Lambda.TooManyRequestsException'],'IntervalSeconds':2}]"),
                "{}",
                error("Lambda.Unknown"));

        assertThat(machine.calls).hasSize(1);
    }

    @Test
    void aTaskThatNeverAnswersTimesOutAndMayBeRetried() {
        var ended = machine.run(
                task("'TimeoutSeconds':60,'Retry':[{'ErrorEquals':['States.Timeout'],'IntervalSeconds':1}]"),
                "{}",
                new TaskAnswer.Missing(),
                ok("{'late':false}"));

        assertThat(ended.output()).isEqualTo(json("{'late':false}"));
        assertThat(machine.calledAfter()).extracting(Duration::toSeconds).containsExactly(0L, 61L);
    }

    @Test
    void aTaskWithoutATimeoutWaitsForYearsAsInAws() {
        var ended = machine.run(task("'Comment':'patient'"), "{}", new TaskAnswer.Missing());

        assertThat(ended.error()).isEqualTo("States.Timeout");
        assertThat(machine.elapsed()).isEqualTo(Duration.ofSeconds(99_999_999));
    }

    @Test
    void aCaughtErrorGoesWhereResultPathSaysAndKeepsTheRest() {
        var ended = machine.run(
                task("'Catch':[{'ErrorEquals':['States.ALL'],'ResultPath':'$.platform','Next':'Caught'}]"),
                "{'kept':1}",
                error("Lambda.Unknown"));

        assertThat(ended.output())
                .isEqualTo(json("{'kept':1,'platform':{'Error':'Lambda.Unknown','Cause':'because'}}"));
    }

    @Test
    void theMachinesOwnLimitEndsItAsTimedOutAndNothingIsCalledAfterwards() {
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':1000}]")
                        .replace("{'StartAt'", "{'TimeoutSeconds':600,'StartAt'"),
                "{}",
                error("Broken"));

        assertThat(ended.status()).isEqualTo(Status.TIMED_OUT);
        assertThat(machine.calls).hasSize(1);
        assertThat(machine.elapsed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void parametersSelectorAndPathsShapeTheData() {
        var ended = machine.run(
                task("'Parameters':{'Payload.$':'$.in','Fixed':[1]},'ResultSelector':{'picked.$':'$.Payload.x'},"
                        + "'ResultPath':'$.sync','OutputPath':'$.sync'"),
                "{'in':{'a':null}}",
                ok("{'Payload':{'x':[true,'y']},'StatusCode':200}"));

        assertThat(machine.calls)
                .extracting(TaskCall::parameters)
                .containsExactly(json("{'Payload':{'a':null},'Fixed':[1]}"));
        assertThat(ended.output()).isEqualTo(json("{'picked':[true,'y']}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "false", "''", "[]", "'text'"})
    void anyInputMayBeWrappedByTheFirstState(String input) {
        var ended = machine.run(only("{'Type':'Pass','Parameters':{'request.$':'$'},'End':true}"), input);

        assertThat(ended.output()).isEqualTo(json("{'request':" + input + "}"));
    }

    @Test
    void theContextNamesTheExecutionAndItsStartInTheTimeOfTheRun() {
        var ended = machine.run(
                only("{'Type':'Pass','Parameters':{'id.$':'$$.Execution.Id','name.$':'$$.Execution.Name',"
                        + "'at.$':'$$.Execution.StartTime','in.$':'$$.Execution.Input.a'},'End':true}"),
                "{'a':5}");

        var output = Objects.requireNonNull(ended.output());
        assertThat(output.path("id").asText())
                .startsWith("arn:aws:states:")
                .endsWith(output.path("name").asText());
        assertThat(output.path("at").asText()).isEqualTo("2026-11-24T08:00:00.000Z");
        assertThat(output.path("in").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"Lambda.Unknown, B", "'Lambda.A\nB', B", "Lambda, C", "LambdaXUnknown, C"})
    void aStringMatchesPatternKnowsOnlyTheAsterisk(String value, String next) {
        var input = JsonNodeFactory.instance.objectNode().put("e", value);
        var ended = machine.run(
                only("{'Type':'Choice','Choices':[{'Variable':'$.e','StringMatches':'Lambda.*','Next':'B'}],"
                        + "'Default':'C'}"),
                input);

        assertThat(ended.states()).containsExactly("A", next);
    }

    @Test
    void aChoiceTestsInOrderAndElseTakesItsDefault() {
        var choice = only("{'Type':'Choice','Choices':[{'And':[{'Variable':'$.a','IsPresent':true},"
                + "{'Not':{'Variable':'$.a','NumericLessThan':3}}],'Next':'B'}],'Default':'C'}");

        assertThat(machine.run(choice, "{'a':3}").states()).containsExactly("A", "B");
        assertThat(machine.run(choice, "{'a':2}").states()).containsExactly("A", "C");
        assertThat(machine.run(choice, "{}").states()).containsExactly("A", "C");
    }

    @Test
    void aFailTakesErrorAndCauseFromTheData() {
        var ended = machine.run(
                only("{'Type':'Fail','ErrorPath':'$.error','CausePath':'$.cause'}"), "{'error':'E','cause':'C'}");

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.error()).isEqualTo("E");
        assertThat(ended.cause()).isEqualTo("C");
    }

    @Test
    void aSucceedMayCutItsOutput() {
        var ended =
                machine.run(only("{'Type':'Succeed','OutputPath':'$.sync.report'}"), "{'sync':{'report':{'ok':1}}}");

        assertThat(ended.output()).isEqualTo(json("{'ok':1}"));
    }

    @Test
    void aPathThatLeadsNowhereIsARuntimeErrorThatNobodyCatches() {
        var ended = machine.run(
                task("'ResultSelector':{'a.$':'$.missing'},"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Caught'}]"),
                "{}",
                ok("{}"));

        assertThat(ended.error()).isEqualTo("States.Runtime");
    }

    @Test
    void mapAndParallelRunTheirStates() {
        var each = "{'StartAt':'E','States':{'E':{'Type':'Task','Resource':'" + Machine.RESOURCE + "','End':true}}}";
        var ended = machine.run(
                only("{'Type':'Map','ItemsPath':'$.l','ItemSelector':{'v.$':'$$.Map.Item.Value'},'ItemProcessor':"
                        + each + ",'ResultPath':'$.r','Next':'B'}"),
                "{'l':[1,2,3]}",
                ok("'done'"));

        assertThat(ended.output()).isEqualTo(json("{'l':[1,2,3],'r':['done','done','done']}"));
        assertThat(machine.calls).extracting(TaskCall::parameters).contains(json("{'v':2}"));
    }

    @Test
    void historyIsCountedAsAwsWritesIt() {
        // Started; entered, scheduled, started, failed, scheduled, started, succeeded, exited; ended.
        var ended = machine.run(
                task("'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':1}]"), "{}", error("E"), ok("{}"));

        assertThat(ended.historyEvents()).isEqualTo(10);
    }

    @Test
    void anExecutionEndsWhereAwsRunsOutOfHistory() {
        var endless = "{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'A'}}}";
        try (var engine = new Engine(100)) {
            var ended = engine.run(Machine.parse(endless), json("{}"), Map.of(), new VirtualTime(), Listener.NONE);

            assertThat(ended.status()).isEqualTo(Status.FAILED);
            assertThat(ended.error()).isEqualTo("States.Runtime");
            assertThat(ended.historyEvents()).isLessThanOrEqualTo(101);
        }
    }

    @Test
    void aDefectOfAnIntegrationIsNoTaskError() {
        try (var engine = new Engine()) {
            ServiceIntegration broken = call -> {
                throw new IllegalArgumentException("a bug");
            };
            assertThatThrownBy(() -> engine.run(
                            Machine.parse(task("'Comment':'-'")),
                            json("{}"),
                            Map.of(Machine.RESOURCE, broken),
                            new VirtualTime(),
                            Listener.NONE))
                    .hasRootCauseMessage("a bug");
        }
    }
}
