package io.syncstep.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.handlers.Wiring;
import io.syncstep.local.engine.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler called here sees and gives what it would in Lambda. */
class LocalFunctionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Wiring WIRING =
            new Wiring(Clock.fixed(NOW, ZoneOffset.UTC), (provider, account, freshness) -> Optional.empty());

    @Test
    void payloadsAreJsonBothWaysToTheLastDigit() {
        var payload = Json.read("{\"id\":9223372036854775807,\"one\":1.0,\"text\":\"\\u2028 \\ud83d\\ude00\"}");

        assertThat(invoke(Handlers.Echo.class, payload)).isEqualTo(new FunctionAnswer.Returned(payload));
    }

    @Test
    void whatAHandlerThrowsBecomesAFunctionErrorWithItsClassAsAwsWritesIt() {
        var answer = (FunctionAnswer.Threw) invoke(Handlers.Broken.class, Json.read("{}"));

        assertThat(answer.type()).isEqualTo("io.syncstep.local.lambda.Handlers$Broken$OutOfOrder");
        assertThat(answer.error().path("errorType").asText()).isEqualTo(answer.type());
        assertThat(answer.error().path("errorMessage").asText()).isEqualTo("the lift is \"out of order\"\n");
        assertThat(answer.error().path("stackTrace").path(0).asText()).contains("Handlers$Broken.handleRequest");
    }

    @Test
    void theContextTellsARequestIdTheTimeLeftAndWhoWasCalled() {
        var told = ((FunctionAnswer.Returned) invoke(Handlers.Inquisitive.class, Json.read("{}"))).payload();

        assertThat(told.path("requestId").asText()).hasSize(36);
        assertThat(told.path("remaining").asInt()).isPositive();
        assertThat(told.path("arn").asText()).startsWith("arn:aws:lambda:").endsWith("${Function}");
        assertThat(told.path("logger").asBoolean()).isTrue();
    }

    @Test
    void aHandlerGetsTheWiringOfItsOwnFunctions() {
        assertThat(invoke(Handlers.Wired.class, Json.read("{}")))
                .isEqualTo(new FunctionAnswer.Returned(Json.read("\"" + NOW + "\"")));
    }

    @Test
    void aFunctionThatDoesNotExistIsRefusedAsAwsRefusesIt() {
        var answer = new LocalFunctions(WIRING).invoke("${Nobody}", Json.read("{}"));

        assertThat(answer).isInstanceOfSatisfying(FunctionAnswer.Refused.class, refused -> {
            assertThat(refused.error()).isEqualTo("Lambda.ResourceNotFoundException");
            assertThat(refused.cause()).contains("${CheckSync}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"${TriggerSync}", "${CheckSync}", "${StopSync}"})
    void everySubstitutionOfTheDefinitionHasItsHandler(String name) {
        var event = "{\"request\":{},\"execution\":{\"id\":\"e\",\"name\":\"e\",\"startedAt\":\"" + NOW
                + "\"},\"sync\":{}}";

        var answer = (FunctionAnswer.Returned) new LocalFunctions(WIRING).invoke(name, Json.read(event));

        assertThat(answer.payload().at("/report/error").asText()).isEqualTo("InvalidRequest");
    }

    private static FunctionAnswer invoke(Class<? extends RequestStreamHandler> handler, JsonNode payload) {
        return new LocalFunctions(Map.of("${Function}", handler), WIRING).invoke("${Function}", payload);
    }
}
