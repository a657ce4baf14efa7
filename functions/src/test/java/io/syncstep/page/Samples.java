package io.syncstep.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Listed;
import io.syncstep.overview.Overview;
import io.syncstep.overview.PastRun;
import io.syncstep.overview.Status;
import io.syncstep.overview.TaskState;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Tasks and runs to look at. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** When it is looked at. */
    static final Instant NOW = NOON.plusSeconds(185);

    static final AccountName CRM = new AccountName(ProviderName.HIGHTOUCH, "crm");
    static final AccountName ACME = new AccountName(ProviderName.STITCH, "acme");

    /** Every task, from the first on. */
    static final Filter ALL = new Filter(null, null, "", 1);

    private Samples() {}

    static TaskState task(String id, String name, Status status) {
        return new TaskState(
                id,
                "slug-" + id,
                name,
                status,
                "word",
                true,
                "interval",
                "orders",
                "Salesforce",
                "salesforce",
                NOON,
                NOON.minusSeconds(86_400),
                Map.of("team", "crm"),
                "https://app.hightouch.com/acme/syncs/" + id,
                null);
    }

    /** A task about which nearly nothing is known. */
    static TaskState bare(String id, Status status, boolean enabled) {
        return new TaskState(id, null, id, status, null, enabled, null, null, null, null, null, null, null, null, null);
    }

    /** A task whose every text is this. */
    static TaskState allOf(String text) {
        return new TaskState(
                text,
                text,
                text,
                Status.HEALTHY,
                text,
                true,
                text,
                text,
                text,
                text,
                NOON,
                NOON,
                Map.of(text, text),
                text,
                null);
    }

    static PastRun run(int minute, Status status, long seconds, long added) {
        Instant start = NOON.minusSeconds(60L * minute);
        Rows.Counts counts = new Rows.Counts(added, 0L, 0L);
        return new PastRun(
                "run-" + minute,
                status,
                "word",
                start,
                start.plusSeconds(seconds),
                new Rows(counts, counts, new Rows.Counts(0L, 0L, 0L)),
                null,
                "https://app.hightouch.com/run/" + minute);
    }

    static Overview one(AccountName name, TaskState... tasks) {
        return new Overview(List.of(new AccountTasks(name, List.of(tasks), null)));
    }

    static OverviewView view(Overview overview, Filter filter) {
        return new OverviewView(overview, List.of(), filter, NOON, NOW, 100);
    }

    static Overview thousand() {
        return one(
                CRM,
                IntStream.range(0, 1000)
                        .mapToObj(number ->
                                task("" + (1_000_000 + number), "orders " + number + " → Salesforce", Status.HEALTHY))
                        .toArray(TaskState[]::new));
    }

    static Document parsed(Html html) {
        return Jsoup.parse(html.toString());
    }

    static TaskView details(TaskState task, PastRun... runs) {
        return new TaskView(CRM, task, new Listed<>(List.of(runs), null), NOW);
    }
}
