package io.syncstep.page;

import static io.syncstep.page.Samples.CRM;
import static io.syncstep.page.Samples.NOON;
import static io.syncstep.page.Samples.bare;
import static io.syncstep.page.Samples.one;
import static io.syncstep.page.Samples.parsed;
import static io.syncstep.page.Samples.run;
import static io.syncstep.page.Samples.task;
import static io.syncstep.page.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Overview;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Problem;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.SyncError;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees of the overview, and what a screen reader reads out. */
class PageTest {

    private final Page page = new Page(new LinksEverywhere(), Theme.READERS);

    @ParameterizedTest
    @EnumSource(Status.class)
    void aStatusIsToldInWordsAndBySignNotByColourAlone(Status status) {
        Document html = overview(one(CRM, task("1", "orders", status)), Samples.ALL);

        Element cell = html.expectFirst("tbody td .tone");
        assertThat(cell.ownText()).isEqualTo(status.word());
        assertThat(cell.hasClass(Words.word(status.tone()))).isTrue();
        assertThat(cell.expectFirst("[aria-hidden=true]").text()).isEqualTo(Words.sign(status.tone()));
    }

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

    @ParameterizedTest
    @CsvSource({"HEALTHY, ✓ Healthy paused at Hightouch", "DISABLED, – Disabled", "SYSTEM_PAUSED, ✗ System paused"})
    void theDetailsMarkItByTheSameRule(Status status, String told) {
        assertThat(details(bare("1", status, false)).expectFirst("h2 + p").text())
                .isEqualTo(told);
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
    void theTableHasACaptionAndEveryHeaderItsScope() {
        Document html = overview(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL);

        assertThat(html.expectFirst("table > caption").text()).startsWith("Tasks 1 to 1 of 1");
        assertThat(html.select("th:not([scope])")).isEmpty();
        assertThat(html.select("select, input").stream()
                        .filter(field -> field.parents().select("label").isEmpty()))
                .isEmpty();
    }

    @Test
    void everySectionHasAHeadingAndALinksNameHoldsWhatIsRead() {
        Document html = overview(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL);

        assertThat(html.select("section > h2").eachText()).containsExactly("Syncs, sources and jobs");
        assertThat(html.select("a[aria-label]").stream())
                .allMatch(link -> link.attr("aria-label").contains(link.text()));
        assertThat(parsed(page.message("a", "b")).select("h2").eachText()).containsExactly("a");
        assertThat(parsed(page.started(new StartView(CRM, "1", new StartView.Result.Started("x", null), null)))
                        .select("h2"))
                .hasSize(1);
    }

    @Test
    void nothingIsLoadedAndNoScriptIsInIt() {
        Stream.of(
                        page.overview(view(one(CRM, task("1", "orders", Status.HEALTHY)), Samples.ALL)),
                        page.task(Samples.details(task("1", "orders", Status.HEALTHY), run(1, Status.HEALTHY, 60, 5))),
                        page.started(new StartView(CRM, "1", new StartView.Result.Started("x", null), null)))
                .map(Samples::parsed)
                .forEach(html -> {
                    assertThat(html.select("script, link, img, iframe, object, use, [src], [style]"))
                            .isEmpty();
                    assertThat(html.getAllElements().stream()
                                    .flatMap(element -> element.attributes().asList().stream())
                                    .filter(attribute -> attribute.getKey().startsWith("on")))
                            .isEmpty();
                });
        assertThat(Page.style()).doesNotContain("url(", "@import");
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

    @Test
    void theDetailsShowRunsWithRowsAndErrorsAndPlotThem() {
        PastRun failed = new PastRun(
                "43", Status.ABORTED_OR_FAILED, "failed", NOON, NOON.plusSeconds(5), null, "No such column", null);

        Document html = details(
                task("1", "orders", Status.HEALTHY),
                failed,
                run(9, Status.HEALTHY, 3725, 1234),
                run(19, Status.HEALTHY, 61, 5));

        assertThat(html.select("tbody tr").eachText())
                .containsExactly(
                        "3 min ago 2026-11-22 12:00 ✗ Aborted/Failed failed 5 s No such column 43",
                        "12 min ago 2026-11-22 11:51 ✓ Healthy word 1 h 2 min 1,234 added 1,234 added 0 run-9",
                        "22 min ago 2026-11-22 11:41 ✓ Healthy word 1 min 1 s 5 added 5 added 0 run-19");
        assertThat(html.select("figcaption").eachText())
                .containsExactly(
                        "Duration, the newest run at the right; 1 h 2 min at most",
                        "Rows synced, the newest run at the right; 1,234 at most");
        assertThat(html.select("svg[role=img] > title, svg > desc")).hasSize(4);
        assertThat(html.select("figure").get(0).select("rect").eachAttr("x")).containsExactly("0", "200", "400");
        assertThat(html.select("figure").get(1).select("rect").eachAttr("x")).containsExactly("0", "200");
        assertThat(html.select("figure").get(0).select("rect > title").eachText())
                .containsExactly(
                        "2026-11-22 11:41: 1 min 1 s, Healthy",
                        "2026-11-22 11:51: 1 h 2 min, Healthy",
                        "2026-11-22 12:00: 5 s, Aborted/Failed");
    }

    @Test
    void aTaskCanBeRunAndAllRowsOfAHightouchSyncBeSentAgain() {
        Document html = details(task("1", "orders", Status.HEALTHY));

        assertThat(html.select(".actions a").eachText()).containsExactly("Run", "Resync all rows", "Open at Hightouch");
    }

    @Test
    void aStitchSourceHasNoRowsToSendAgain() {
        TaskView view = new TaskView(Samples.ACME, task("1", "orders", Status.HEALTHY), Listed.nothing(), Samples.NOW);

        Document html = parsed(page.task(view));

        assertThat(html.select(".actions a").eachText()).containsExactly("Run", "Open at Stitch");
        assertThat(html.text()).contains("Stitch tells of no run.");
    }

    @Test
    void runsThatCouldNotBeReadAreAProblemNotAnEmptyList() {
        Problem problem = new Problem(SyncError.PROVIDER_ERROR, "The list of runs could not be read: 503.");

        Document html = parsed(page.task(
                new TaskView(CRM, task("1", "orders", Status.HEALTHY), new Listed<>(List.of(), problem), Samples.NOW)));

        assertThat(html.expectFirst(".problem").text())
                .isEqualTo("✗ ProviderError. The list of runs could not be read: 503.");
        assertThat(html.text()).doesNotContain("tells of no run");
    }

    @Test
    void oneRunIsNoPlot() {
        assertThat(details(task("1", "orders", Status.HEALTHY), run(1, Status.HEALTHY, 60, 5))
                        .select("svg"))
                .isEmpty();
    }

    private Document overview(Overview overview, Filter filter) {
        return parsed(page.overview(view(overview, filter)));
    }

    private Document details(TaskState task, PastRun... runs) {
        return parsed(page.task(Samples.details(task, runs)));
    }
}
