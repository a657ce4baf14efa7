package io.syncstep.local.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.RequestParser;
import io.syncstep.local.engine.Json;
import io.syncstep.pipeline.PipelineParser;
import io.syncstep.sync.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the schemas and the program differ is what the README says, and nothing else is known. */
class SchemaLimitsTest {

    private static final String TASK = "{'provider':'dbt','jobId':1}";

    @Test
    void charactersAreCountedAlike() {
        String slug = "{'provider':'hightouch','syncSlug':'%s'}";

        assertThat(bothTake(slug.formatted("\uD83D\uDE80".repeat(256)))).isTrue();
        assertThat(bothRefuse(slug.formatted("\uD83D\uDE80".repeat(257)))).isTrue();
    }

    /** Whether a no-break space is a blank differs between validators: in editors and in ECMA's regular expressions it is one. */
    @Test
    void aNoBreakSpaceIsABlankAsInEditors() {
        assertThat(isTaken("{'provider':'hightouch','syncSlug':'\u00a0'}")).isFalse();
    }

    @Test
    void whatAwsAddsMayBeAnything() {
        assertThat(bothTake(TASK.replace("}", ",'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID':5}")))
                .isTrue();
    }

    /** In an editor a field with a slip in its name should show, whatever it holds. */
    @ParameterizedTest
    @ValueSource(strings = {"'jobIdx':null", "'syncId':null"})
    void theSchemaRefusesUnknownFieldsEvenWhereTheyAreNull(String field) {
        JsonNode json = json(TASK.replace("}", "," + field + "}"));

        RequestParser.parse(json);
        assertThat(Schemas.troubles("request", json)).isNotEmpty();
    }

    @Test
    void aSchemaCannotCompareTwoFields() {
        JsonNode crossed = json(TASK.replace("}", ",'minWaitSeconds':60,'maxWaitSeconds':30}"));
        String stage = "{'name':'a','tasks':[" + TASK + "]}";
        JsonNode twice = json("{'name':'n','stages':[" + stage + "," + stage + "]}");

        assertThat(Schemas.troubles("request", crossed)).isEmpty();
        assertThatThrownBy(() -> RequestParser.parse(crossed)).isInstanceOf(InvalidRequest.class);
        assertThat(Schemas.troubles("pipeline", twice)).isEmpty();
        assertThatThrownBy(() -> PipelineParser.parse(twice)).isInstanceOf(InvalidRequest.class);
    }

    private static boolean bothTake(String request) {
        return isTaken(request) && Schemas.troubles("request", json(request)).isEmpty();
    }

    private static boolean bothRefuse(String request) {
        return !isTaken(request) && !Schemas.troubles("request", json(request)).isEmpty();
    }

    private static boolean isTaken(String request) {
        try {
            RequestParser.parse(json(request));
            return true;
        } catch (InvalidRequest refused) {
            return false;
        }
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }
}
