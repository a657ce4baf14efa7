package io.syncstep.page;

import static io.syncstep.page.Samples.CRM;
import static io.syncstep.page.Samples.NOON;
import static io.syncstep.page.Samples.bare;
import static io.syncstep.page.Samples.parsed;
import static io.syncstep.page.Samples.run;
import static io.syncstep.page.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.Listed;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Problem;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.SyncError;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of one task and its runs. */
class TaskPageTest {

    private final Page page = new Page(new LinksEverywhere(), Theme.READERS);

    @ParameterizedTest
    @CsvSource({"HEALTHY, ✓ Healthy paused at Hightouch", "DISABLED, – Disabled", "SYSTEM_PAUSED, ✗ System paused"})
    void theDetailsMarkAPausedTaskAsTheOverviewDoes(Status status, String told) {
        assertThat(details(bare("1", status, false)).expectFirst("h2 + p").text())
                .isEqualTo(told);
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

    private Document details(TaskState task, PastRun... runs) {
        return parsed(page.task(Samples.details(task, runs)));
    }
}
