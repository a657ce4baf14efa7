package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.ok;
import static io.syncstep.local.engine.Machine.only;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.Execution.Status;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition says of data and of the next state is what happens. */
class StatesTest {

    private final Machine machine = new Machine();

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
    void aMapRunsItsStatesForEachItem() {
        var each = "{'StartAt':'E','States':{'E':{'Type':'Task','Resource':'" + Machine.RESOURCE + "','End':true}}}";
        var ended = machine.run(
                only("{'Type':'Map','ItemsPath':'$.l','ItemSelector':{'v.$':'$$.Map.Item.Value'},'ItemProcessor':"
                        + each + ",'ResultPath':'$.r','Next':'B'}"),
                "{'l':[1,2,3]}",
                ok("'done'"));

        assertThat(ended.output()).isEqualTo(json("{'l':[1,2,3],'r':['done','done','done']}"));
        assertThat(machine.calls).extracting(TaskCall::parameters).contains(json("{'v':2}"));
    }
}
