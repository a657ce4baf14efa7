package io.syncstep.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Identity;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.engine.ServiceIntegration;
import io.syncstep.local.engine.Services;
import io.syncstep.local.engine.StartExecution;
import io.syncstep.local.engine.TaskAnswer;
import java.util.HashMap;
import java.util.Map;

/** Pipelines on a stage: the repository's own definition, the tasks as executions beside it. */
record Pipelines(Stage stage) {

    private static final String TEXT = Stage.read("../statemachine/pipeline.asl.json");
    private static final Definition DEFINITION = Definition.parse(TEXT);
    private static final Identity FIRST = new Identity("pipeline", "nightly-2026-11-22", 0);

    Ended run(String pipeline) {
        return run(pipeline, Listener.NONE);
    }

    Ended run(String pipeline, Listener listener) {
        return run(DEFINITION, Json.read(pipeline), FIRST, stage.services(), listener);
    }

    /** Runs a pipeline whose tasks end as they are told. */
    Ended runOf(ServiceIntegration tasks, String pipeline) {
        return runOf(tasks, call -> new TaskAnswer.Failed("Sfn.ExecutionDoesNotExistException", "none"), pipeline);
    }

    /** With what Step Functions says of executions when it is asked. */
    Ended runOf(ServiceIntegration tasks, ServiceIntegration descriptions, String pipeline) {
        Map<String, ServiceIntegration> integrations =
                new HashMap<>(stage.services().integrations());
        integrations.put(StartExecution.RESOURCE, tasks);
        integrations.put(StartExecution.DESCRIBE, descriptions);
        return run(DEFINITION, Json.read(pipeline), FIRST, new Services(integrations), Listener.NONE);
    }

    /**
     * Redrives a pipeline that failed, as Step Functions documents it: the Task that failed is scheduled again, with the input
     * that it had, in an execution of the same name.
     *
     * @param state in which it failed, such as "Pipeline failed"
     * @param failedWith what that was entered with
     */
    Ended redrive(String pipeline, String state, JsonNode failedWith) {
        ObjectNode definition = (ObjectNode)
                Json.read(TEXT.replace("\"pipeline.$\": \"$$.Execution.Input\"", "\"pipeline\": " + pipeline));
        definition.put("StartAt", state);
        Identity redriven = new Identity(FIRST.machine(), FIRST.name(), 1);
        return run(new Definition(definition), failedWith, redriven, stage.services(), Listener.NONE);
    }

    private Ended run(Definition definition, JsonNode input, Identity identity, Services services, Listener listener) {
        Execution ended = Stage.engine().run(definition, input, identity, services, stage.time(), listener);
        return new Ended(ended);
    }
}
