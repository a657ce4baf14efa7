package io.syncstep.dbt;

import io.syncstep.http.Api;
import io.syncstep.http.Fields;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Look;
import io.syncstep.sync.Run;
import io.syncstep.sync.Text;
import io.syncstep.sync.Verdict;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the status of a run means. A status that nobody knows is no end. */
record DbtVerdict(Api api) {

    private static final int LONGEST_STATUS = 100;
    private static final Pattern WEB_PAGE = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}]+");

    Look on(Run run, DbtRun seen) {
        Facts facts = facts(seen);
        return switch (seen.status()) {
            case SUCCESS -> new Look.Ended(run, Verdict.SUCCEEDED, facts);
            case ERROR -> new Look.Ended(run, Verdict.FAILED, facts);
            case CANCELLED -> new Look.Ended(run, Verdict.CANCELLED, facts);
            case QUEUED, STARTING, RUNNING, UNKNOWN -> new Look.Going(run, facts);
        };
    }

    private Facts facts(DbtRun seen) {
        String word = seen.word();
        return new Facts(
                word == null ? null : Text.cut(api.clean(word), LONGEST_STATUS),
                null,
                clean(Fields.text(seen.json(), "status_message")),
                Fields.instant(seen.json(), "started_at"),
                Fields.instant(seen.json(), "finished_at"),
                null,
                null,
                null,
                link(Fields.text(seen.json(), "href")));
    }

    /** Results, events and pages show it as a link: only one that leads to a web page may pass. */
    private @Nullable String link(@Nullable String href) {
        return href == null || !WEB_PAGE.matcher(href).matches() ? null : api.clean(href);
    }

    private @Nullable String clean(@Nullable String text) {
        return text == null ? null : api.clean(text);
    }
}
