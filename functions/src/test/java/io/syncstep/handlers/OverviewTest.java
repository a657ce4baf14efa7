package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
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
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Call;
import io.syncstep.testing.LocalServer.Response;
import io.syncstep.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** The function as a dashboard calls it: the list, a task, a start, and what nobody should send. */
class OverviewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:Overview:live";
    private static final String MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:sync";
    private static final String TOKEN = "hidden-token-9";
    private static final String CONTEXT = "{\"theme\":\"dark\",\"forms\":{\"all\":{}},\"width\":600}";

    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final List<String> log = new ArrayList<>();
    private final SfnClient stepFunctions = mock(SfnClient.class);
    private LocalServer hightouch = LocalServer.answering(call -> answer(call, syncs(3)));

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

    @Test
    void theWidgetShowsEveryTaskInItsDashboardsTheme() throws IOException {
        Document html = widget(overview(), "{}");

        assertThat(html.select("tbody tr")).hasSize(3);
        assertThat(html.expectFirst("section").hasClass("dark")).isTrue();
        assertThat(html.select("style")).hasSize(1);
    }

    @Test
    void aTaskOpensByTheFunctionItselfBeforeTheDashboard() throws IOException {
        Overview overview = overview();
        Element action = widget(overview, "{}").expectFirst("tbody cwdb-action");

        assertThat(action.previousElementSibling()).isNotNull();
        assertThat(action.attr("action")).isEqualTo("call");
        assertThat(action.attr("display")).isEqualTo("popup");
        assertThat(action.attr("endpoint")).isEqualTo(ARN);
        assertThat(action.hasAttr("confirmation")).isFalse();
        Document task = widget(overview, action.text());

        assertThat(task.expectFirst("h2").text()).isEqualTo("orders → CRM");
        assertThat(task.text()).contains("No such column");
    }

    @Test
    void theListsAreAskedForOnceAMinuteHoweverOftenTheyAreLookedAt() throws IOException {
        Overview overview = overview();

        widget(overview, "{}");
        widget(overview, "{\"show\":{\"status\":\"Healthy\"}}");
        widget(overview, "{\"open\":{\"provider\":\"hightouch\",\"account\":\"crm\",\"taskId\":\"1\"}}");
        call(overview, "{}");

        assertThat(hightouch.lines()).hasSize(3);
        clock.pass(Duration.ofMinutes(1));
        widget(overview, "{}");
        assertThat(hightouch.lines()).hasSize(6);
    }

    @Test
    void aFormFiltersAndItsPartsKeepTheFilter() throws IOException {
        hightouch.close();
        hightouch = LocalServer.answering(call -> answer(call, syncs(250)));
        Overview overview = overview();
        String form = "{\"filter\":true,\"widgetContext\":{\"theme\":\"light\",\"forms\":{\"all\":"
                + "{\"provider\":\"hightouch\",\"status\":\"\",\"text\":\"ORDERS\"}}}}";

        Document first = Jsoup.parse(call(overview, form).asText());
        Document second = widget(overview, first.expectFirst("nav cwdb-action").text());

        assertThat(first.expectFirst("caption").text()).startsWith("Tasks 1 to 100 of 250");
        assertThat(second.expectFirst("caption").text()).startsWith("Tasks 101 to 200 of 250");
        assertThat(second.expectFirst("input[type=search]").attr("value")).isEqualTo("ORDERS");
    }

    @Test
    void aThousandTasksAreAHandfulOfKilobytesInAnAnswerThatMayHaveSixMegabytes() throws IOException {
        hightouch.close();
        hightouch = LocalServer.answering(call -> answer(call, syncs(1_000)));

        String html = call(overview(), event("{}")).asText();

        assertThat(Jsoup.parse(html).text()).contains("1,000 in all");
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
    }

    @Test
    void aRunAsksBeforeItStartsAndItsButtonStartsOneExecution() throws IOException {
        Overview overview = overview();
        Element run = task(overview).select(".actions cwdb-action").get(0);

        assertThat(run.attr("confirmation")).isEqualTo("Run orders → CRM now?");
        JsonNode event = JSON.readTree(run.text());
        assertThat(event.path("start"))
                .isEqualTo(JSON.readTree("{\"provider\":\"hightouch\",\"syncId\":1,\"account\":\"crm\"}"));
        Document answer = widget(overview, run.text());

        assertThat(answer.expectFirst("[role=status]").text())
                .contains("Started", event.path("name").asText());
        assertThat(answer.select("a").eachAttr("href"))
                .containsExactly("https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1"
                        + "#/v2/executions/details/arn:aws:states:eu-central-1:123456789012:execution:sync:widget-1");
        verify(stepFunctions, times(1)).startExecution(anyStart());
        assertThat(log).anyMatch(line -> line.contains("\"start\":\"started\""));
    }

    @Test
    void aStartInDoubtIsAskedForAgainUnderItsOwnName() throws IOException {
        when(stepFunctions.startExecution(anyStart())).thenThrow(SdkClientException.create("Read timed out."));
        Overview overview = overview();
        Element run = task(overview).select(".actions cwdb-action").get(0);

        Document answer = widget(overview, run.text());

        assertThat(answer.expectFirst("[role=alert]").text()).contains("may have been started, or not");
        assertThat(JSON.readTree(answer.select(".actions cwdb-action").get(0).text()))
                .isEqualTo(JSON.readTree(run.text()));
        assertThat(log).anyMatch(line -> line.contains("\"start\":\"not confirmed\""));
    }

    @Test
    void aRefreshedListStaysFilteredAsItsFormSays() throws IOException {
        Document html = Jsoup.parse(call(
                        overview(),
                        "{\"widgetContext\":{\"theme\":\"dark\",\"forms\":{\"all\":{\"text\":\"no such task\"}}}}")
                .asText());

        assertThat(html.select("tbody tr")).isEmpty();
    }

    @Test
    void everyButtonHasANameOfItsOwnAndTheResyncSendsAllRows() throws IOException {
        Overview overview = overview();

        List<String> events =
                new ArrayList<>(task(overview).select(".actions cwdb-action").eachText());
        events.addAll(task(overview).select(".actions cwdb-action").eachText());

        assertThat(events).hasSize(4);
        assertThat(events.stream().map(event -> node(event).path("name").asText()))
                .doesNotHaveDuplicates();
        assertThat(node(events.get(1)).at("/start/fullResync").asBoolean()).isTrue();
    }

    @Test
    void withoutAWidgetTheAnswerIsTheOverviewAsJson() throws IOException {
        JsonNode answer = call(overview(), "{}");

        assertThat(answer.path("tasks")).hasSize(3);
        assertThat(answer.at("/accounts/0/reachable").asBoolean()).isTrue();
        assertThat(answer.has("problems")).isFalse();
    }

    @Test
    void whatIsNoAccountIsAProblemInBothForms() throws IOException {
        Overview overview = overview(() -> List.of("hightouch/crm", "fivetran/x"));

        assertThat(widget(overview, "{}").expectFirst("section > .problem").text())
                .contains("fivetran/x");
        assertThat(call(overview, "{}").path("problems").get(0).asText()).contains("fivetran/x");
    }

    @Test
    void aFailingAccountHidesNobody() throws IOException {
        Overview overview = overview(() -> List.of("hightouch/crm", "stitch/gone"));

        Document html = widget(overview, "{}");

        assertThat(html.expectFirst("section > .problem").text()).contains("Stitch gone: CredentialNotFound.");
        assertThat(html.select("tbody tr")).hasSize(3);
    }

    @Test
    void theDescriptionIsMarkdown() throws IOException {
        assertThat(call(overview(), "{\"describe\":true}").path("markdown").asText())
                .startsWith("## Syncstep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\":{\"provider\":\"hightouch\"},\"name\":\"widget-1\"}",
                "{\"start\":{\"provider\":\"hightouch\",\"syncId\":1,\"extra\":1},\"name\":\"widget-1\"}",
                "{\"start\":{\"provider\":\"fivetran\",\"syncId\":1},\"name\":\"widget-1\"}",
                "{\"start\":\"<script>\",\"name\":\"widget-1\"}",
                "{\"start\":{\"provider\":\"hightouch\",\"syncId\":1},\"name\":\"<script>\"}",
                "{\"start\":{\"provider\":\"hightouch\",\"syncId\":1}}",
                "{\"start\":null}",
                "{\"open\":{\"provider\":\"<script>\",\"account\":\"x\",\"taskId\":\"1\"}}",
                "{\"open\":{\"provider\":\"hightouch\",\"account\":\"crm\",\"taskId\":\"<script>\"}}",
                "{\"open\":[]}"
            })
    void whatNobodyShouldSendIsToldAndStartsNothing(String event) throws IOException {
        Document html = widget(overview(), event);

        assertThat(html.select("[role=alert]")).hasSize(1);
        assertThat(html.select("script")).isEmpty();
        assertThat(html.text()).doesNotContain("Exception", "at io.syncstep");
        verifyNoInteractions(stepFunctions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "not JSON",
                "{\"start\":{\"provider\":\"hightouch\",\"syncId\":1},\"name\":\"widget-1\"}"
            })
    void whoeverIsNoWidgetStartsNothing(String event) throws IOException {
        JsonNode answer = call(overview(), event);

        assertThat(answer.path("error").asText()).isEqualTo("InvalidRequest");
        verifyNoInteractions(stepFunctions);
    }

    @Test
    void aFaultOfTheProgramIsToldWithoutItsMessage() throws IOException {
        Overview overview = overview(() -> {
            throw new IllegalStateException(TOKEN);
        });

        String html = call(overview, event("{}")).asText();

        assertThat(html).contains("IllegalStateException in Syncstep itself").doesNotContain(TOKEN);
    }

    private Document task(Overview overview) throws IOException {
        return widget(overview, "{\"open\":{\"provider\":\"hightouch\",\"account\":\"crm\",\"taskId\":\"1\"}}");
    }

    private Overview overview() {
        return overview(() -> List.of("hightouch/crm"));
    }

    private Overview overview(AccountNames names) {
        EnvironmentCredentials store = new EnvironmentCredentials(
                "{\"hightouch/crm\":{\"apiKey\":\"%s\",\"baseUrl\":\"%s\"}}".formatted(TOKEN, hightouch.url()));
        Wiring wiring = new Wiring(clock, store, TaskLists.LIMITS);
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        PastRun failed = new PastRun(
                "7", Status.ABORTED_OR_FAILED, "failed", noon, noon.plusSeconds(60), null, "No such column", null);
        Lookout lookout =
                new Lookout(names, new TaskLists(wiring), name -> taskId -> new Listed<>(List.of(failed), null), clock);
        return new Overview(lookout, new SyncStart(stepFunctions, MACHINE, clock));
    }

    private static Response answer(Call call, String syncs) {
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

    private static String syncs(int count) {
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

    private Document widget(Overview overview, String event) throws IOException {
        return Jsoup.parse(call(overview, event(event)).asText());
    }

    private static String event(String event) {
        return ((ObjectNode) node(event)).set("widgetContext", node(CONTEXT)).toString();
    }

    private JsonNode call(Overview overview, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        overview.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context());
        String text = answer.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(TOKEN);
        return JSON.readTree(text);
    }

    private Context context() {
        Context context = mock(Context.class);
        LambdaLogger logger = mock(LambdaLogger.class);
        doAnswer(call -> log.add(call.getArgument(0)))
                .when(logger)
                .log(ArgumentMatchers.anyString(), ArgumentMatchers.any(LogLevel.class));
        when(context.getLogger()).thenReturn(logger);
        when(context.getInvokedFunctionArn()).thenReturn(ARN);
        return context;
    }

    private static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new AssertionError(json, broken);
        }
    }

    private static Consumer<StartExecutionRequest.Builder> anyStart() {
        return ArgumentMatchers.<Consumer<StartExecutionRequest.Builder>>any();
    }
}
