package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Status;
import io.syncstep.overview.Waiting;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Call;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** The function as a dashboard calls it, over a Hightouch of this machine and a Step Functions that starts what it is asked to. */
abstract class OverviewCalls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:Overview:live";
    static final String MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:sync";
    static final String TOKEN = "hidden-token-9";
    static final String CONTEXT = "{\"theme\":\"dark\",\"forms\":{\"all\":{}},\"width\":600}";

    final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    final List<String> log = new ArrayList<>();
    final SfnClient stepFunctions = mock(SfnClient.class);
    LocalServer hightouch = LocalServer.answering(call -> answer(call, syncs(3)));

    @BeforeEach
    void stepFunctionsStarts() {
        when(stepFunctions.startExecution(anyStart()))
                .thenReturn(StartExecutionResponse.builder()
                        .executionArn(MACHINE.replace(":stateMachine:", ":execution:") + ":widget-1")
                        .startDate(clock.instant())
                        .build());
    }

    @AfterEach
    void nothingSecretWasTold() {
        hightouch.close();
        assertThat(log).noneMatch(line -> line.contains(TOKEN));
    }

    Document task(Overview overview) throws IOException {
        return widget(overview, "{\"open\":{\"provider\":\"hightouch\",\"account\":\"crm\",\"taskId\":\"1\"}}");
    }

    Overview overview() {
        return overview(() -> List.of("hightouch/crm"));
    }

    Overview overview(AccountNames names) {
        EnvironmentCredentials store = new EnvironmentCredentials(
                "{\"hightouch/crm\":{\"apiKey\":\"%s\",\"baseUrl\":\"%s\"}}".formatted(TOKEN, hightouch.url()));
        Wiring wiring = new Wiring(clock, store, TaskLists.LIMITS);
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        PastRun failed = new PastRun(
                "7", Status.ABORTED_OR_FAILED, "failed", noon, noon.plusSeconds(60), null, "No such column", null);
        Lookout lookout = new Lookout(
                names,
                new TaskLists(wiring),
                name -> taskId -> new Listed<>(List.of(failed), null),
                clock,
                new Waiting.UntilRead());
        return new Overview(lookout, new SyncStart(stepFunctions, MACHINE, clock), clock);
    }

    static Response answer(Call call, String syncs) {
        String list = call.target().replaceFirst("\\?.*", "");
        boolean first = call.target().contains("offset=0");
        return Response.json(
                200,
                switch (list) {
                    case "/syncs" -> first ? syncs : "{\"data\":[],\"hasMore\":false}";
                    case "/models" -> "{\"data\":[{\"id\":2,\"name\":\"orders\"}],\"hasMore\":false}";
                    default -> "{\"data\":[{\"id\":3,\"name\":\"CRM\",\"type\":\"salesforce\"}],\"hasMore\":false}";
                });
    }

    static String syncs(int count) {
        ObjectNode json = JSON.createObjectNode().put("hasMore", false);
        json.putArray("data")
                .addAll(IntStream.rangeClosed(1, count)
                        .mapToObj(id -> JSON.createObjectNode()
                                .put("id", id)
                                .put("slug", "orders-" + id)
                                .put("modelId", 2)
                                .put("destinationId", 3)
                                .put("status", "success"))
                        .toList());
        return json.toString();
    }

    Document widget(Overview overview, String event) throws IOException {
        return Jsoup.parse(call(overview, event(event)).asText());
    }

    static String event(String event) {
        return ((ObjectNode) node(event)).set("widgetContext", node(CONTEXT)).toString();
    }

    JsonNode call(Overview overview, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        overview.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
        String text = answer.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(TOKEN);
        return JSON.readTree(text);
    }

    Context context() {
        Context context = mock(Context.class);
        LambdaLogger logger = mock(LambdaLogger.class);
        doAnswer(call -> log.add(call.getArgument(0)))
                .when(logger)
                .log(ArgumentMatchers.anyString(), ArgumentMatchers.any(LogLevel.class));
        when(context.getLogger()).thenReturn(logger);
        when(context.getInvokedFunctionArn()).thenReturn(ARN);
        return context;
    }

    static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new AssertionError(json, broken);
        }
    }

    static Consumer<StartExecutionRequest.Builder> anyStart() {
        return ArgumentMatchers.<Consumer<StartExecutionRequest.Builder>>any();
    }
}
