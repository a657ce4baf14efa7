package io.syncstep.local.page;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Lookout;
import io.syncstep.overview.TaskState;
import io.syncstep.page.Filter;
import io.syncstep.page.Html;
import io.syncstep.page.OverviewView;
import io.syncstep.page.Page;
import io.syncstep.page.TaskView;
import io.syncstep.page.Theme;
import java.time.Clock;
import java.util.List;

/** The pages. A look starts nothing, whatever its address; what is posted comes through the door first. */
public final class Site {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final String NOTHING_STARTED = "Nothing was started.";
    private static final String NOT_SHOWN = "This task can't be shown.";
    private static final String UNKNOWN_TASK = "No such task is in the accounts that are shown here.";

    private final StartToken token = new StartToken();
    private final Page page = new Page(new PageActions(), Theme.READERS);
    private final Lookout lookout;
    private final Runs runs;
    private final Clock clock;
    private final List<String> notices;

    /**
     * The pages of these tasks and runs.
     *
     * @param notices what a person is told on every page
     */
    public Site(Lookout lookout, Runs runs, Clock clock, List<String> notices) {
        this.lookout = lookout;
        this.runs = runs;
        this.clock = clock;
        this.notices = List.copyOf(notices);
    }

    StartToken token() {
        return token;
    }

    Answer answer(Ask ask, Door door) {
        var place = Place.at(ask.path()).orElseThrow(() -> Refused.notFound("Nothing is at this address."));
        if (ask.isLook()) {
            return look(place, ask);
        }
        if (!(place instanceof Place.AllRuns)) {
            throw Refused.method("GET, HEAD");
        }
        if (!ask.isPost()) {
            throw Refused.method("GET, HEAD, POST");
        }
        door.admit(ask);
        return start(StartForm.sent(ask));
    }

    /** A page that says why there is no other. */
    Answer refused(Refused refused) {
        var html = Templates.document(refused.title(), List.of(), page.message(refused.title(), refused.words()));
        return Answer.html(refused.status(), html).with(refused.headers());
    }

    private Answer look(Place place, Ask ask) {
        return switch (place) {
            case Place.Tasks ignored -> tasks(Filter.of(ask.query()));
            case Place.OneTask task -> task(task, ask.query().getOrDefault(PageActions.ASK, ""));
            case Place.AllRuns ignored -> html("Runs", Templates.runs("Runs that were started here", runs.all()));
            case Place.OneRun run -> followed(run(run.name()));
            case Place.RunNow run -> Answer.html(200, Templates.now(run(run.name())));
            case Place.Style ignored -> Answer.text("text/css", Templates.STYLE);
            case Place.Script ignored -> Answer.text("text/javascript", Templates.SCRIPT);
        };
    }

    private Answer followed(Look look) {
        var title = "Run of " + look.order().title();
        return look.end() == null
                ? Answer.html(200, Templates.reloading(title, notices, Templates.run(look)))
                : html(title, Templates.run(look));
    }

    private Answer tasks(Filter filter) {
        var seen = lookout.look();
        var view = new OverviewView(seen.overview(), seen.notices(), filter, seen.at(), clock.instant(), ROWS_AT_ONCE);
        return html("Syncs, sources and jobs", page.overview(view));
    }

    private Answer task(Place.OneTask place, String asked) {
        var task = task(place.account(), place.taskId(), Refused.NO_SUCH_PAGE, NOT_SHOWN);
        var view = new TaskView(place.account(), task, lookout.runs(place.account(), task.taskId()), clock.instant());
        var here = runs.all().stream()
                .filter(look -> look.order().isOf(place.account(), place.taskId()))
                .toList();
        return html(
                task.name(),
                question(place, task, asked),
                page.task(view),
                here.isEmpty() ? Html.NONE : Templates.runs("Its runs that were started here", here));
    }

    /** None where nothing is asked that can be done. */
    private Html question(Place.OneTask place, TaskState task, String asked) {
        var fullResync = asked.equals(PageActions.RESYNC);
        if (!Order.isStartable(place.taskId())
                || !(fullResync ? Order.canResync(place.account()) : asked.equals(PageActions.RUN))) {
            return Html.NONE;
        }
        var form = StartForm.blank(place.account(), place.taskId(), fullResync);
        return Templates.ask(form.question(task.name(), token));
    }

    private Answer start(StartForm form) {
        var task = task(form.account(), form.taskId(), NOTHING_STARTED, NOTHING_STARTED);
        var order = new Order(form.account(), form.taskId(), task.name(), form.fullResync());
        return switch (runs.begin(form.name(), order)) {
            case Begun.Here here -> Answer.seeOther(here.run().look().path());
            case Begun.NameTaken ignored ->
                throw new Refused(
                        409, NOTHING_STARTED, "This form started something else before. Load the task again.");
            case Begun.TooMany(int most) ->
                throw new Refused(503, NOTHING_STARTED, most + " runs are in progress here. Wait for one to end.");
        };
    }

    private Look run(String name) {
        return runs.find(name)
                .orElseThrow(() -> Refused.notFound("No such run was started here since the program's last start."));
    }

    /**
     * Finds a task.
     *
     * @param unknown the refusal's title where nobody knows such a task
     * @param unread its title where the account could not be read just now, so that nobody can know
     * @throws Refused in either case
     */
    private TaskState task(AccountName account, String taskId, String unknown, String unread) {
        var read = lookout.account(account);
        return read.flatMap(one -> one.task(taskId))
                .orElseThrow(() -> read.flatMap(AccountTasks::gap)
                        .map(why -> new Refused(503, unread, why))
                        .orElseGet(() -> new Refused(404, unknown, UNKNOWN_TASK)));
    }

    private Answer html(String title, Html... sections) {
        return Answer.html(200, Templates.document(title, notices, sections));
    }
}
