package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Envelope;
import io.syncstep.sync.Answer;
import io.syncstep.sync.Next;
import io.syncstep.sync.ProviderName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the functions play in init goes the way of their real calls to its end, and leaves nothing behind. */
class RehearsalTest {

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void eachStartOfTheScriptStartsARun() throws Exception {
        play("TriggerSync", TriggerSync::start);

        assertThat(answers).hasSize(ProviderName.values().length).allMatch(answer -> answer.next() == Next.FOLLOW);
    }

    @Test
    void eachCheckOfTheScriptSeesItsRun() throws Exception {
        play("CheckSync", CheckSync::look);

        assertThat(answers).extracting(Answer::next).containsExactly(Next.SUCCEED, Next.FOLLOW, Next.FOLLOW);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(Envelope.write(answer)).contains("\"troubles\":0"));
    }

    @Test
    void eachStopOfTheScriptStopsItsRun() throws Exception {
        play("StopSync", StopSync::stop);

        assertThat(answers)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(Envelope.write(answer)).contains("The run was stopped in "));
    }

    @Test
    void theAbortedExecutionOfTheScriptIsSettled() throws Exception {
        List<String> calls = new ArrayList<>();

        once((script, props) -> {
            StopAbortedSync.rehearse(script, props);
            calls.addAll(props.stage().calls());
        });

        assertThat(calls).contains("POST /", "GET /v4/1/extractions", "DELETE /v4/sources/1/sync");
    }

    @Test
    void thePipelineOfTheScriptIsBegunAndGoesOnAfterItsFirstStage() throws Exception {
        List<ObjectNode> pipeline = new ArrayList<>();

        once((script, props) -> pipeline.addAll(AdvancePipeline.rehearse(script)));

        assertThat(pipeline).hasSize(4);
        assertThat(pipeline.get(0).path("next").asText()).isEqualTo("run");
        assertThat(pipeline.get(0).at("/groups/0/tasks/0/request/sourceId").asInt())
                .isEqualTo(1);
        assertThat(pipeline.get(1).at("/outcome/result/status").asText()).isEqualTo("succeeded");
        assertThat(pipeline.get(2).at("/outcome/error").asText()).isEqualTo("SyncFailed");
        assertThat(pipeline.get(2).at("/outcome/cause/message").asText()).isEqualTo("It failed.");
        assertThat(pipeline.get(3).path("next").asText()).isEqualTo("run");
        assertThat(pipeline.get(3).path("stage").asInt()).isEqualTo(1);
        assertThat(pipeline.get(3).at("/groups/0/tasks/0/request/syncId").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepOfAPipelineIsRehearsed(AdvancePipeline.Step step) throws Exception {
        assertThat(Script.read().events("AdvancePipeline"))
                .anySatisfy(event -> assertThat(event).contains("\"step\":\"" + step.word() + "\""));
    }

    @Test
    void theFailureOfTheScriptIsTold() throws Exception {
        List<String> calls = new ArrayList<>();

        once((script, props) -> {
            FailPipeline.rehearse(script, props);
            calls.addAll(props.stage().calls());
        });

        assertThat(calls).containsExactly("GET /role", "POST /");
    }

    @Test
    void theOverviewOfTheScriptShowsATaskOfEachProvider() throws Exception {
        List<String> shown = new ArrayList<>();

        once((script, props) -> shown.addAll(Overview.rehearse(script, props)));

        assertThat(shown).hasSize(3);
        assertThat(shown.get(0)).contains("<strong>3</strong> in all").doesNotContain("class=\"problem\"");
        assertThat(shown.get(1)).contains("<h2>orders → CRM</h2>").doesNotContain("class=\"problem\"");
        assertThat(shown.get(2)).contains("Open the execution");
    }

    @Test
    void aFailingRehearsalFailsNoDeployment() {
        Rehearsal rehearsal = new Rehearsal((script, props) -> {
            throw new IllegalStateException("stage fright");
        });

        assertThatCode(() -> rehearsal.beforeCheckpoint(Core.getGlobalContext()))
                .doesNotThrowAnyException();
    }

    @Test
    void everyCallOfARehearsalHasAnAnswerInTheScript() throws Exception {
        List<String> unanswered = new ArrayList<>();

        once((script, props) -> {
            SyncFunction.rehearse("TriggerSync", TriggerSync::start, script, props);
            SyncFunction.rehearse("CheckSync", CheckSync::look, script, props);
            SyncFunction.rehearse("StopSync", StopSync::stop, script, props);
            Overview.rehearse(script, props);
            List<String> calls = props.stage().calls();
            assertThat(calls).isNotEmpty();
            calls.stream()
                    .filter(call -> script.answer(call, props.stage().uri()).equals("{}"))
                    .forEach(unanswered::add);
        });

        assertThat(unanswered).isEmpty();
    }

    private void play(String function, SyncFunction.Step step) {
        once((script, props) -> SyncFunction.rehearse(
                function,
                (sync, event) -> {
                    Answer answer = step.take(sync, event);
                    answers.add(answer);
                    return answer;
                },
                script,
                props));
    }

    private static void once(Rehearsal.Part part) {
        Played played = new Rounds(1, Duration.ofMinutes(1), Rounds.USUAL.patience(), System::nanoTime).play(part);

        assertThat(played.trouble()).isEmpty();
        assertThat(played.rounds()).isEqualTo(1);
    }
}
