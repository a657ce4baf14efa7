package io.syncstep.local.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.RequestParser;
import io.syncstep.local.engine.Json;
import io.syncstep.pipeline.PipelineParser;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.SyncError;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say what the program does. */
class SchemasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'provider':'hightouch','syncId':1}",
                "{'provider':'hightouch','syncSlug':'a'}",
                "{'provider':'hightouch','sequenceId':'0190d0a4-8a39-7c3b-a0a2-6a4d3c2b1a00'}",
                "{'provider':'hightouch','syncId':1,'syncSlug':null,'account':null}",
                "{'provider':'hightouch','syncId':9223372036854775807,'ifRunning':'queue','maxFailedRows':0}",
                "{'provider':'stitch','sourceId':1,'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID':'arn'}",
                "{'provider':'dbt','jobId':1}",
                "{'provider':'dbt','jobId':1,'account':'acme','ifRunning':'queue','stopOnTimeout':false}"
            })
    void whatTheProgramTakesIsValid(String request) {
        JsonNode json = json(request);

        RequestParser.parse(json);
        assertThat(Schemas.troubles("request", json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'provider':'airbyte'}",
                "{'provider':'hightouch'}",
                "{'provider':'hightouch','syncId':'1'}",
                "{'provider':'hightouch','syncId':0}",
                "{'provider':'hightouch','syncId':1,'syncSlug':'a'}",
                "{'provider':'hightouch','syncId':1,'sourceId':1}",
                "{'provider':'hightouch','syncSlug':' '}",
                "{'provider':'hightouch','sequenceId':'x'}",
                "{'provider':'hightouch','sequenceId':'0190d0a4-8a39-7c3b-a0a2-6a4d3c2b1a00','fullResync':true}",
                "{'provider':'hightouch','sequenceId':'0190d0a4-8a39-7c3b-a0a2-6a4d3c2b1a00','ifRunning':'attach'}",
                "{'provider':'stitch','sourceId':1,'ifRunning':'queue'}",
                "{'provider':'stitch','sourceId':1,'timeoutSeconds':59}",
                "{'provider':'stitch','sourceId':1,'maxWaitSeconds':3601}",
                "{'provider':'stitch','sourceId':1,'account':'a b'}",
                "{'provider':'stitch','sourceId':1,'stopOnTimeout':'yes'}",
                "{'provider':'dbt'}",
                "{'provider':'dbt','jobId':'1'}",
                "{'provider':'dbt','jobId':1,'sourceId':1}",
                "{'provider':'dbt','jobId':1,'fullResync':true}"
            })
    void whatTheProgramRefusesIsInvalid(String request) {
        JsonNode json = json(request);

        assertThat(catchThrowable(() -> RequestParser.parse(json))).isInstanceOf(InvalidRequest.class);
        assertThat(Schemas.troubles("request", json)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1}]}]}",
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1},{'provider':'stitch','sourceId':1}]},"
                        + "{'name':'b','tasks':[{'provider':'hightouch','syncId':1}]}]}"
            })
    void aPipelineThatTheProgramTakesIsValid(String pipeline) {
        PipelineParser.parse(json(pipeline));

        assertThat(Schemas.troubles("pipeline", json(pipeline))).isEmpty();
    }

    /** That names differ from each other, and how many bytes there are, no schema can say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'name':'n','stages':[]}",
                "{'name':'','stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1}]}]}",
                "{'stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1}]}]}",
                "{'name':'n','stages':[{'tasks':[{'provider':'dbt','jobId':1}]}]}",
                "{'name':'n','stages':[{'name':'a','tasks':[]}]}",
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':'1'}]}]}",
                "{'name':'n','stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1}],'retry':1}]}",
                "{'name':'n','steps':[],'stages':[{'name':'a','tasks':[{'provider':'dbt','jobId':1}]}]}"
            })
    void aPipelineThatTheProgramRefusesIsInvalid(String pipeline) {
        JsonNode json = json(pipeline);

        assertThat(catchThrowable(() -> PipelineParser.parse(json))).isInstanceOf(InvalidRequest.class);
        assertThat(Schemas.troubles("pipeline", json)).isNotEmpty();
    }

    @Test
    void theSchemaKnowsEachProvider() {
        Set<String> providers =
                Arrays.stream(ProviderName.values()).map(ProviderName::word).collect(Collectors.toSet());

        assertThat(Schemas.of("request").path("$defs").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(providers);
        assertThat(Schemas.of("sync-succeeded").at("/properties/provider/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(providers);
    }

    @Test
    void theSchemaOfAFailureKnowsEachError() {
        assertThat(Schemas.of("sync-failed").at("/properties/error/anyOf/0/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(SyncError.values()).map(SyncError::word).toList());
    }

    @Test
    void aFailureMayNameAMemberOfWhichNothingElseIsTold() {
        String failed = "{'error':'SyncFailed','message':'m','members':[%s]}";

        assertThat(Schemas.troubles("sync-failed", json(failed.formatted("{'taskId':'1'}"))))
                .isEmpty();
        assertThat(Schemas.troubles("sync-failed", json(failed.formatted("{'taskId':1}"))))
                .isNotEmpty();
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }
}
