package io.syncstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.syncstep.json.Json;
import io.syncstep.sync.InvalidRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no pipeline is named by place, rule and value. */
class PipelineParserTest {

    private static final String TASK = "{'provider':'stitch','sourceId':1}";

    @Test
    void aPipelineKeepsItsOrderAndItsRequests() throws JsonProcessingException {
        Pipeline pipeline = parse("{'name':'n','stages':[" + stage("a", TASK) + ","
                + stage("b", "{'provider':'hightouch','syncSlug':'orders','account':'acme'}") + "]}");

        assertThat(pipeline.stages()).extracting(Pipeline.Stage::name).containsExactly("a", "b");
        Pipeline.PlannedTask second = pipeline.stage(1).tasks().getFirst();
        assertThat(second.provider()).isEqualTo("hightouch");
        assertThat(second.label()).isEqualTo("orders");
        assertThat(second.request().path("account").asText()).isEqualTo("acme");
        assertThat(pipeline.countTasks()).isEqualTo(2);
    }

    @Test
    void theLargestPipelineIsOne() throws JsonProcessingException {
        assertThat(parse(pipeline(20, 50)).countTasks()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | The pipeline must be a JSON object, got []",
                "{'stages':[]} | name is required: a text of 1 to 80 characters",
                "{'name':' ','stages':[]} | name must be a text of 1 to 80 characters, not all of them blank, got ~",
                "{'name':5} | name must be a text of 1 to 80 characters, not all of them blank, got 5",
                "{'name':'n'} | stages must be a list of 1 to 20, got nothing",
                "{'name':'n','stages':[]} | stages must be a list of 1 to 20, got an empty list",
                "{'name':'n','stages':{}} | stages must be a list of 1 to 20, got {}",
                "{'name':'n','stages':[7]} | stages[0] must be a JSON object, got 7",
                "{'name':'n','steps':[]} | steps is not a field of a pipeline, got []",
                "{'name':'n','stages':[],'apiKey':'hidden'} | apiKey is not a field of a pipeline, got ***",
                "{'name':'n','stages':[{'name':'a'}]} | stages[0].tasks must be a list of 1 to 50, got nothing",
                "{'name':'n','stages':[{'name':'a','tasks':[]}]} | stages[0].tasks must be a list of 1 to 50, got an empty list",
                "{'name':'n','stages':[{'tasks':[T]}]} | stages[0].name is required: a text of 1 to 80 characters",
                "{'name':'n','stages':[{'name':'a','tasks':[T],'key':'k'}]} | stages[0].key is not a field of a stage, got ***",
                "{'name':'n','stages':[{'name':'a','tasks':[T]},{'name':'a','tasks':[T]}]} | stages[1].name must be another one than before, got a",
                "{'name':'n','stages':[{'name':'a','tasks':[T,{}]}]} | stages[0].tasks[1].provider is required: one of hightouch, stitch, dbt",
                "{'name':'n','stages':[{'name':'a','tasks':[T,1]}]} | stages[0].tasks[1]: The request must be a JSON object, got 1",
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'hightouch'}]}]} | stages[0].tasks[0]: Exactly one of syncId, syncSlug, sequenceId must be there, got none",
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'stitch','sourceId':1,'jobIdx':2}]}]} | stages[0].tasks[0].jobIdx is not a field of a request, got 2"
            })
    void whatIsWrongIsNamed(String text, String words) {
        assertThatThrownBy(() -> parse(text.replace("T", TASK)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith(words.replace("~", ""));
    }

    @Test
    void moreThanTwentyStagesOrFiftyTasksAreRefused() {
        assertThatThrownBy(() -> parse(pipeline(21, 1))).hasMessage("stages must be a list of 1 to 20, got 21");
        assertThatThrownBy(() -> parse(pipeline(1, 51)))
                .hasMessage("stages[0].tasks must be a list of 1 to 50, got 51");
    }

    @Test
    void anEmojiIsOneCharacterOfAName() throws JsonProcessingException {
        assertThat(parse("{'name':'" + "\uD83D\uDE80".repeat(80) + "','stages':[" + stage("a", TASK) + "]}")
                        .name())
                .hasSize(160);
        assertThatThrownBy(() -> parse("{'name':'" + "\uD83D\uDE80".repeat(81) + "'}"))
                .hasMessageStartingWith("name must be a text of 1 to 80 characters");
        assertThatThrownBy(() -> parse("{'name':'\u00a0'}")).hasMessageContaining("not all of them blank");
    }

    @Test
    void whatCouldNotPassThroughTheStateMachineIsRefused() {
        String account = "'account':'" + "a".repeat(64) + "',";
        String text = pipeline(20, 50).replace("'sourceId'", account + "'sourceId'");

        assertThatThrownBy(() -> parse(text)).hasMessageStartingWith("The pipeline must be at most 90000 bytes, got ");
    }

    static Pipeline parse(String text) throws JsonProcessingException {
        return PipelineParser.parse(Json.MAPPER.readTree(text.replace('\'', '"')));
    }

    static String pipeline(int stages, int tasks) {
        String all = IntStream.range(0, tasks)
                .mapToObj(task -> TASK.replace("1", Integer.toString(1_000_001 + task)))
                .collect(Collectors.joining(","));
        return IntStream.range(0, stages)
                .mapToObj(stage -> stage("stage " + stage, all))
                .collect(Collectors.joining(",", "{'name':'n','stages':[", "]}"));
    }

    private static String stage(String name, String tasks) {
        return "{'name':'" + name + "','tasks':[" + tasks + "]}";
    }
}
