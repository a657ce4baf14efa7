package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.Json;
import io.syncstep.pipeline.PipelineExecution;
import io.syncstep.pipeline.PipelineParser;
import io.syncstep.pipeline.Progress;
import io.syncstep.pipeline.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the state machine {@code pipeline} hands to a function. */
record PipelineEvent(JsonNode json) {

    static PipelineEvent read(InputStream event) throws IOException {
        return new PipelineEvent(Json.MAPPER.readTree(new String(event.readAllBytes(), StandardCharsets.UTF_8)));
    }

    String text(String field) {
        return json.path(field).asText();
    }

    Progress progress() {
        return Progress.of(json.path("plan"));
    }

    PipelineExecution execution() {
        JsonNode execution = json.path("execution");
        return new PipelineExecution(
                execution.path("id").asText(),
                execution.path("name").asText(),
                execution.path("redriveCount").asInt());
    }

    /** Whether the execution was redriven since what the event tells of. */
    boolean isRedriven() {
        return execution().redriveCount() > progress().redriveCount();
    }

    Steps steps() {
        return new Steps(PipelineParser.parse(json.path("pipeline")), execution());
    }
}
