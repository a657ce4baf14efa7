package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Buttons start one execution each, and nobody starts anything in another way. */
class OverviewStartsTest extends OverviewCalls {

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
    void aDashboardThatIsLookedAtStartsNothingWhateverItsWidgetsParameters() throws IOException {
        String params = "\"start\":{\"provider\":\"hightouch\",\"syncId\":1,\"fullResync\":true},\"name\":\"x1\"";

        Document html = Jsoup.parse(call(overview(), "{%s,\"widgetContext\":{\"params\":{%<s}}}".formatted(params))
                .asText());

        assertThat(html.expectFirst("[role=alert]").text())
                .contains("start must come from a button, not from the parameters of a widget");
        verifyNoInteractions(stepFunctions);
    }

    @Test
    void aButtonStartsWhateverElseItsWidgetsParametersAre() throws IOException {
        Overview overview = overview();
        ObjectNode event = (ObjectNode)
                node(task(overview).select(".actions cwdb-action").get(0).text());
        event.set("widgetContext", node("{\"params\":{\"show\":{\"provider\":\"hightouch\"}}}"));

        Document answer = Jsoup.parse(call(overview, event.toString()).asText());

        assertThat(answer.expectFirst("[role=status]").text()).contains("Started");
        verify(stepFunctions, times(1)).startExecution(anyStart());
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
    void everyButtonHasANameOfItsOwnAndTheResyncSendsAllRows() throws IOException {
        Overview overview = overview();

        List<String> events =
                new ArrayList<>(task(overview).select(".actions cwdb-action").eachText());
        events.addAll(task(overview).select(".actions cwdb-action").eachText());

        assertThat(events).hasSize(4);
        assertThat(events.stream().map(event -> node(event).path("name").asText()))
                .doesNotHaveDuplicates();
        assertThat(node(events.get(1)).at("/start/fullResync").asBoolean()).isTrue();
        assertThat(task(overview).select(".actions cwdb-action").get(1).attr("confirmation"))
                .isEqualTo("Send all rows of orders → CRM again, not only those that changed?");
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
}
