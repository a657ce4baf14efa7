package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing in a state machine waits without an end, and who calls waits longer than who is called. */
class TimeLimitsTest {

    @Test
    void eachMachineAndEachOfItsTasksHaveATimeLimit() throws IOException {
        assertThat(Definitions.files().map(Definitions::read))
                .allSatisfy(machine ->
                        assertThat(machine.path("TimeoutSeconds").asLong()).isGreaterThan(86_400));
        assertThat(Definitions.everyState()
                        .filter(state -> state.getValue().path("Type").asText().equals("Task")))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(
                                task.getValue().path("TimeoutSeconds").asLong())
                        .as(task.getKey())
                        .isPositive());
    }

    /** A task of a pipeline, and a pipeline of tasks that all take their time. */
    @Test
    void aPipelineWaitsForItsTasksAsLongAsTheyMayTake() {
        JsonNode sync = Definitions.read(Definitions.SYNC);
        JsonNode pipeline = Definitions.read(Definitions.FOLDER.resolve("pipeline.asl.json"));
        long task = Definitions.states(pipeline)
                .filter(state -> state.getKey().equals("Run the task"))
                .mapToLong(state -> state.getValue().path("TimeoutSeconds").asLong())
                .findFirst()
                .orElseThrow();

        assertThat(task).isGreaterThan(sync.path("TimeoutSeconds").asLong());
        assertThat(pipeline.path("TimeoutSeconds").asLong()).isGreaterThan(20 * task);
    }

    @Test
    void functionsEndBeforeTheTasksThatCallThem() throws Exception {
        Map<String, Integer> limits = Template.read()
                .resources("AWS::Serverless::Function")
                .collect(Collectors.toMap(Map.Entry::getKey, function -> (Integer)
                        Template.map(function.getValue(), "Properties").get("Timeout")));

        assertThat(Definitions.everyState()
                        .filter(state ->
                                state.getValue().at("/Parameters/FunctionName").isTextual()))
                .isNotEmpty()
                .allSatisfy(task -> {
                    String function = task.getValue()
                            .path("Parameters")
                            .path("FunctionName")
                            .asText()
                            .replaceAll("[${}]", "");
                    assertThat(limits.get(function))
                            .as(task.getKey())
                            .isLessThan(task.getValue().path("TimeoutSeconds").asInt());
                });
    }
}
