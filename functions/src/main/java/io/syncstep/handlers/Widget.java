package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.json.Json;
import io.syncstep.json.RequestParser;
import io.syncstep.overview.AccountName;
import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.Seen;
import io.syncstep.page.Control;
import io.syncstep.page.Filter;
import io.syncstep.page.Html;
import io.syncstep.page.OverviewView;
import io.syncstep.page.Page;
import io.syncstep.page.StartView;
import io.syncstep.page.StartView.Result;
import io.syncstep.page.TaskView;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Request;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one widget of a dashboard shows.
 *
 * @param log takes a line for each start
 */
record Widget(Lookout lookout, SyncStart start, Clock clock, WidgetActions actions, Page page, Consumer<String> log) {

    /** Rows that a widget shows together: some 100 KB of HTML, where Lambda's answer may have 6 MB. */
    static final int ROWS = 100;

    /** What it is, for whoever asks for its documentation in the dialogue that adds a widget. */
    static final String DESCRIPTION = """
            ## Syncstep
            Every Hightouch sync, Stitch source and dbt Cloud job of the accounts whose credentials are stored, with details of \
            each and buttons that start it. A filter can be its parameter: `show` with `status`, `provider` or `text`.""";

    Html show(Wish.Shown wish) {
        return switch (wish) {
            case Wish.Show show -> list(show.filter());
            case Wish.Open open -> task(open.account(), open.taskId());
            case Wish.Start wanted -> started(wanted);
            case Wish.Unclear unclear -> page.message("Nobody knows what to show.", unclear.why());
        };
    }

    private Html list(Filter filter) {
        Seen seen = lookout.look();
        return page.overview(
                new OverviewView(seen.overview(), seen.notices(), filter, seen.at(), clock.instant(), ROWS));
    }

    private Html task(AccountName account, String taskId) {
        Optional<AccountTasks> read = lookout.account(account);
        return read.flatMap(one -> one.task(taskId))
                .map(task -> page.task(new TaskView(account, task, lookout.runs(account, taskId), clock.instant())))
                .orElseGet(() -> read.flatMap(AccountTasks::gap)
                        .map(why -> page.message("This task could not be read.", why))
                        .orElseGet(() -> missing(account, taskId)));
    }

    private Html missing(AccountName account, String taskId) {
        return page.message(
                "This task is not there.",
                account.provider().title() + " " + account.account() + " lists no " + taskId
                        + ". Refresh the list: it may have been deleted.");
    }

    private Html started(Wish.Start wanted) {
        try {
            Request request = RequestParser.parse(wanted.request());
            Result result = start.start(wanted.name(), wanted.request());
            log.accept(line(wanted, result));
            AccountName account = new AccountName(request.provider(), request.account());
            return page.started(new StartView(account, request.task().label(), result, again(wanted, result)));
        } catch (InvalidRequest invalid) {
            return page.message("Not started: the request is not valid.", invalid.words());
        }
    }

    private @Nullable Control again(Wish.Start wanted, Result result) {
        return switch (result) {
            case Result.NotConfirmed ignored -> actions.start(wanted.name(), wanted.request());
            case Result.Started ignored -> null;
            case Result.AlreadyStarted ignored -> null;
            case Result.NotStarted ignored -> null;
        };
    }

    private static String line(Wish.Start wanted, Result result) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        String what = switch (result) {
            case Result.Started ignored -> "started";
            case Result.AlreadyStarted ignored -> "already started";
            case Result.NotConfirmed ignored -> "not confirmed";
            case Result.NotStarted ignored -> "not started";
        };
        JsonNode request = wanted.request();
        return line.put("start", what)
                .put("execution", wanted.name())
                .<ObjectNode>set("request", request)
                .toString();
    }
}
