package io.syncstep.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.testing.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The function as a dashboard calls it: the list, a task, and the same for scripts. */
class OverviewTest extends OverviewCalls {

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
        assertThat(second.select("form.filter input[name=part]").eachAttr("value"))
                .containsExactly("2");
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
    void aRefreshedListStaysFilteredAsItsFormSays() throws IOException {
        Document html = Jsoup.parse(call(
                        overview(),
                        "{\"widgetContext\":{\"theme\":\"dark\",\"forms\":{\"all\":{\"text\":\"no such task\"}}}}")
                .asText());

        assertThat(html.select("tbody tr")).isEmpty();
    }

    @Test
    void withoutAWidgetTheAnswerIsTheOverviewAsJson() throws IOException {
        JsonNode answer = call(overview(), "{}");

        assertThat(answer.path("tasks")).hasSize(3);
        assertThat(answer.at("/accounts/0/reachable").asBoolean()).isTrue();
    }

    @Test
    void whatIsStoredButNoAccountIsToldToPeopleAndLoggedForScriptsWhoseJsonKeepsItsShape() throws IOException {
        Overview overview = overview(() -> List.of("hightouch/crm", "fivetran/x"));

        assertThat(widget(overview, "{}").expectFirst("section > .problem").text())
                .contains("fivetran/x");
        assertThat(call(overview, "{}").fieldNames()).toIterable().containsExactly("accounts", "tasks");
        assertThat(log).singleElement().asString().startsWith("{\"warning\":").contains("fivetran/x");
    }

    @Test
    void aStoreThatCantBeReadIsAnErrorForScriptsRatherThanNoAccount() throws IOException {
        Overview overview = overview(() -> {
            throw new CredentialStoreUnavailable("Secrets Manager did not list the secrets.", new RuntimeException());
        });

        assertThat(call(overview, "{}"))
                .isEqualTo(node(
                        "{\"error\":\"ProviderError\",\"message\":\"Secrets Manager did not list the secrets.\"}"));
        assertThat(widget(overview, "{}").expectFirst("section > .problem").text())
                .isEqualTo("Secrets Manager did not list the secrets.");
    }

    @Test
    void aParameterThatMeansNothingIsToldToWhoeverWroteItIntoTheDashboard() throws IOException {
        String event = "{\"show\":{\"status\":\"Broken<b>\"}}";

        Document html = widget(overview(), event);

        assertThat(html.expectFirst("[role=alert]").text())
                .startsWith("Nobody knows what to show. show.status must be one of")
                .endsWith("got \"Broken<b>\"");
        assertThat(html.select("b, tbody")).isEmpty();
        assertThat(call(overview(), event).path("error").asText()).isEqualTo("InvalidRequest");
    }

    @Test
    void enterInTheFilterLeavesTheDashboardWhereItIs() throws IOException {
        Element form = widget(overview(), "{}").expectFirst("form.filter");

        assertThat(form.attr("method")).isEqualTo("dialog");
        assertThat(form.hasAttr("action")).isFalse();
        assertThat(form.select("button:not([type=button]), input[type=submit], input[type=image]"))
                .singleElement()
                .matches(button -> button.hasAttr("disabled") && button.hasAttr("hidden"));
    }

    @Test
    void aFailingAccountHidesNobody() throws IOException {
        Overview overview = overview(() -> List.of("hightouch/crm", "stitch/gone"));

        Document html = widget(overview, "{}");

        assertThat(html.expectFirst("section > .problem").text()).contains("Stitch gone: CredentialNotFound.");
        assertThat(html.select("tbody tr")).hasSize(3);
    }

    @Test
    void aTaskOfAnAccountThatRevokedItsKeyCouldNotBeReadForTheProvidersReason() throws IOException {
        hightouch.close();
        hightouch = LocalServer.answering(call -> LocalServer.Response.json(401, "{\"message\":\"<b>Revoked\"}"));

        Document html = task(overview());

        assertThat(html.expectFirst("[role=alert]").text())
                .startsWith("This task could not be read. The account hightouch/crm could not be read as a whole: ")
                .contains("401 Unauthorized", "<b>Revoked")
                .doesNotContain("deleted");
    }

    @Test
    void aTaskThatItsAccountDoesNotListMayHaveBeenDeleted() throws IOException {
        Document html =
                widget(overview(), "{\"open\":{\"provider\":\"hightouch\",\"account\":\"crm\",\"taskId\":\"99\"}}");

        assertThat(html.expectFirst("[role=alert]").text())
                .startsWith("This task is not there. Hightouch crm lists no 99.")
                .endsWith("it may have been deleted.");
    }

    @Test
    void theDescriptionIsMarkdown() throws IOException {
        assertThat(call(overview(), "{\"describe\":true}").path("markdown").asText())
                .startsWith("## Syncstep");
    }

    @Test
    void aFaultOfTheProgramIsToldWithoutItsMessageToPeopleAndToScripts() throws IOException {
        Overview overview = overview(() -> {
            throw new IllegalStateException(TOKEN);
        });

        assertThat(widget(overview, "{}").text()).contains("IllegalStateException in Syncstep itself");
        assertThat(call(overview, "{}").path("message").asText())
                .startsWith("IllegalStateException in Syncstep itself");
    }
}
