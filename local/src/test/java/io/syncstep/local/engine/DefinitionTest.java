package io.syncstep.local.engine;

import static io.syncstep.local.engine.Machine.json;
import static io.syncstep.local.engine.Machine.only;
import static io.syncstep.local.engine.Machine.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine lacks is refused before anything runs, by the name of the state that uses it. */
class DefinitionTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("JSONata", only("{'Type':'Pass','QueryLanguage':'JSONata','End':true}")),
                Arguments.of("JSONata", "{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':{'Type':'Succeed'}}}"),
                Arguments.of("Assign", only("{'Type':'Pass','Assign':{'a':1},'End':true}")),
                Arguments.of("Output", only("{'Type':'Pass','Output':{},'End':true}")),
                Arguments.of("$$.State.EnteredTime", pass("'a.$':'$$.State.EnteredTime'")),
                Arguments.of("$$.Task.Token", pass("'a':{'b':[{'c.$':'$$.Task.Token'}]}")),
                Arguments.of("$$", pass("'a.$':'$$'")),
                Arguments.of("$$.State.Name", pass("'a.$':\"States.Format('{}', $$.State.Name)\"")),
                Arguments.of("States.JsonMerge", pass("'a.$':'States.JsonMerge($.a, $.b, false)'")),
                Arguments.of("the variable $a", pass("'x.$':'$a'")),
                Arguments.of("$$.Map.Item.Index", pass("'i.$':'$$.Map.Item.Index'")),
                Arguments.of("intrinsic function in ErrorPath", only("{'Type':'Fail','ErrorPath':'States.UUID()'}")),
                Arguments.of(
                        "intrinsic function in CausePath",
                        only("{'Type':'Fail','Error':'E','CausePath':\"States.Format('{}', $.a)\"}")),
                Arguments.of("a Fail without Error", only("{'Type':'Fail'}")),
                Arguments.of("HeartbeatSeconds", task("'HeartbeatSeconds':5")),
                Arguments.of("Credentials", task("'Credentials':{}")),
                Arguments.of("Unheard", task("'Retry':[{'ErrorEquals':['States.ALL'],'Unheard':1}]")),
                Arguments.of("Assign", task("'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Caught','Assign':{}}]")),
                Arguments.of("Nowhere", task("'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Nowhere'}]")),
                Arguments.of("ResultPath $['a']", only("{'Type':'Pass','ResultPath':\"$['a']\",'End':true}")),
                Arguments.of("a Result that is null", only("{'Type':'Pass','Result':0,'End':true}")),
                Arguments.of("Type Teleport", only("{'Type':'Teleport','End':true}")),
                Arguments.of(
                        "a distributed Map",
                        only("{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'E',"
                                + "'States':{'E':{'Type':'Succeed'}}},'End':true}")),
                Arguments.of("ItemReader", only("{'Type':'Map','ItemReader':{},'End':true}")),
                Arguments.of(
                        "$$.Execution.Input",
                        only("{'Type':'Parallel','Branches':[{'StartAt':'E','States':{'E':{'Type':'Pass','Parameters':"
                                + "{'a.$':'$$.Execution.Input'},'End':true}}}],'End':true}")),
                Arguments.of(
                        "IsPresent false",
                        only("{'Type':'Choice','Choices':[{'Variable':'$.a','IsPresent':false,'Next':'B'}]}")),
                Arguments.of("Condition", only("{'Type':'Choice','Choices':[{'Condition':'x','Next':'B'}]}")));
    }

    private static String pass(String parameters) {
        return only("{'Type':'Pass','Parameters':{" + parameters + "},'End':true}");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheEngineLacksIsRefused(String named, String definition) {
        // Only the apostrophes outside of double quotes stand for double quotes.
        var text = definition.contains("\"") ? mixed(definition) : definition.replace('\'', '"');

        assertThatThrownBy(() -> Definition.parse(text))
                .isInstanceOf(UnsupportedDefinition.class)
                .hasMessageContaining(named);
    }

    private static String mixed(String definition) {
        var parts = definition.split("\"", -1);
        var text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            text.append(i % 2 == 0 ? parts[i].replace('\'', '"') : "\"" + parts[i] + "\"");
        }
        return text.toString();
    }

    @Test
    void aResourceThatNothingStandsForIsRefusedBeforeAnythingRuns() {
        try (var engine = new Engine()) {
            var definition = Machine.parse(task("'Comment':'-'"));
            assertThatThrownBy(() -> engine.run(definition, json("{}"), Map.of(), new VirtualTime(), Listener.NONE))
                    .isInstanceOf(UnsupportedDefinition.class)
                    .hasMessageContaining(Machine.RESOURCE);
        }
    }

    @Test
    void theStateMachinesOfThisRepositoryAreTaken() throws IOException {
        try (var files = Files.list(Path.of("../statemachine"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".asl.json")))
                    .isNotEmpty()
                    .allSatisfy(file -> Definition.parse(Files.readString(file)));
        }
    }

    @Test
    void aResultPathOfTheWholeReplacesTheWhole() {
        var ended = new Machine().run(task("'ResultPath':'$'"), "{'gone':1}", Machine.ok("{'new':1}"));

        assertThat(ended.output()).isEqualTo(json("{'new':1}"));
    }
}
