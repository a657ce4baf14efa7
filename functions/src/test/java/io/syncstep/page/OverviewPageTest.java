package io.syncstep.page;

import static io.syncstep.page.Samples.CRM;
import static io.syncstep.page.Samples.bare;
import static io.syncstep.page.Samples.one;
import static io.syncstep.page.Samples.parsed;
import static io.syncstep.page.Samples.task;
import static io.syncstep.page.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Overview;
import io.syncstep.overview.Problem;
import io.syncstep.overview.Status;
import io.syncstep.sync.SyncError;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a person sees of the overview. */
class OverviewPageTest {

    private final Page page = new Page(new LinksEverywhere(), Theme.READERS);

    @Test
    void aRowSaysAllThatIsKnownOfATask() {
        Document html = overview(one(CRM, task("17", "orders → Salesforce", Status.HEALTHY)), Samples.ALL);

        assertThat(html.select("tbody tr > *").eachText())
                .containsExactly(
                        "orders → Salesforce slug-17, 17",
                        "✓ Healthy",
                        "Hightouch crm",
                        "orders",
                        "Salesforce salesforce",
                        "3 min ago 2026-11-22 12:00",
                        "⚠ interval",
                        "1 day ago 2026-11-21 12:00",
                        "team: crm",
                        "open");
        assertThat(html.expectFirst("tbody time").attr("datetime")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(html.expectFirst("tbody time").attr("title")).isEqualTo("2026-11-22 12:00:00 UTC");
        assertThat(html.expectFirst("tbody td a").attr("href")).isEqualTo("https://app.hightouch.com/acme/syncs/17");
    }

    @Test
    void whatIsNotKnownIsLeftEmpty() {
        Document html = overview(one(CRM, bare("17", Status.PENDING, true)), Samples.ALL);

        assertThat(html.select("tbody td").eachText().stream().filter(text -> !text.isEmpty()))
                .containsExactly("– Pending", "Hightouch crm");
    }

    @Test
    void aPausedTaskIsMarkedWhereItsStatusDoesNotSaySo() {
        Document html = overview(
                one(
                        CRM,
                        bare("1", Status.HEALTHY, false),
                        bare("2", Status.DISABLED, false),
                        bare("3", Status.SYSTEM_PAUSED, false)),
                Samples.ALL);

        assertThat(html.select("tbody td:nth-child(2)").eachText())
                .containsExactlyInAnyOrder("✓ Healthy paused there", "– Disabled", "✗ System paused");
    }

    @Test
    void theWorstComesFirstAmongTheTasksAndAmongTheirCounts() {
        Document html = overview(
                one(
                        CRM,
                        task("1", "off", Status.DISABLED),
                        task("2", "good", Status.HEALTHY),
                        task("3", "waiting", Status.PENDING),
                        task("4", "busy", Status.QUERYING),
                        task("5", "stopped", Status.CANCELLED),
                        task("6", "unknown", Status.UNKNOWN),
                        task("7", "warned", Status.WARNING),
                        task("8", "bad", Status.ABORTED_OR_FAILED)),
                Samples.ALL);

        assertThat(html.select("tbody th a").eachText())
                .containsExactly("bad", "warned", "stopped", "unknown", "busy", "waiting", "good", "off");
        assertThat(html.select(".counts .tone").eachText())
                .containsExactly(
                        "✗ Aborted/Failed",
                        "✗ Warning",
                        "– Cancelled",
                        "– Unknown",
                        "↻ Querying",
                        "– Pending",
                        "✓ Healthy",
                        "– Disabled");
    }

    @Test
    void aFailingAccountIsToldFirstAndHidesNobody() {
        Problem problem = new Problem(SyncError.UNAUTHORIZED, "The list of sources could not be read: 401.");
        Overview overview = new Overview(List.of(
                new AccountTasks(CRM, List.of(task("1", "orders", Status.HEALTHY)), null),
                new AccountTasks(Samples.ACME, List.of(), problem)));

        Document html = overview(overview, Samples.ALL);

        assertThat(html.expectFirst("section > h2 + *").text())
                .isEqualTo("✗ Stitch acme: Unauthorized. The list of sources could not be read: 401.");
        assertThat(html.select("tbody tr")).hasSize(1);
    }

    @Test
    void tasksAreCountedByStatusWhateverTheFilter() {
        Overview overview = one(
                CRM, task("1", "a", Status.HEALTHY), task("2", "b", Status.HEALTHY), task("3", "c", Status.WARNING));

        Document html = overview(overview, new Filter(null, Status.WARNING, "", 1));

        assertThat(html.select(".counts li").eachText()).containsExactly("3 in all", "✗ Warning 1", "✓ Healthy 2");
        assertThat(html.select("tbody tr")).hasSize(1);
    }

    @Test
    void aThousandTasksComeInPartsThatOneCanTurn() {
        OverviewView view = view(Samples.thousand(), Samples.ALL.withPart(3));

        Document html = parsed(page.overview(view));

        assertThat(html.select("tbody tr")).hasSize(100);
        assertThat(html.expectFirst("caption").text()).startsWith("Tasks 201 to 300 of 1,000");
        assertThat(html.select("nav a").eachAttr("href")).containsExactly("/?part=2", "/?part=4");
    }

    @Test
    void aPartBehindTheLastIsTheLast() {
        Document html = overview(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL.withPart(99));

        assertThat(html.select("tbody tr")).hasSize(1);
        assertThat(html.select("nav")).isEmpty();
    }

    private Document overview(Overview overview, Filter filter) {
        return parsed(page.overview(view(overview, filter)));
    }
}
