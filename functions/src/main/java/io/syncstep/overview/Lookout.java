package io.syncstep.overview;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.sync.SyncError;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What many may look at, however often: no provider is asked for the same list twice within a minute. */
public final class Lookout {

    /** How long a list is kept, a failed one too. */
    public static final Duration KEPT = Duration.ofMinutes(1);

    private static final int NAMED = 5;

    private record TaskName(AccountName account, String taskId) {}

    private final AccountNames names;
    private final OverviewReader reader;
    private final Function<AccountName, TaskRuns> runs;
    private final Clock clock;
    private final Kept<Seen> all;
    private final Map<TaskName, Kept<Listed<PastRun>>> ofTasks = new ConcurrentHashMap<>();

    /**
     * A lookout over these accounts.
     *
     * @param lists finds the tasks of an account, as for {@link OverviewReader}
     * @param runs finds the latest runs of its tasks
     */
    public Lookout(
            AccountNames names,
            Function<AccountName, TaskList> lists,
            Function<AccountName, TaskRuns> runs,
            Clock clock) {
        this.names = names;
        this.reader = new OverviewReader(lists);
        this.runs = runs;
        this.clock = clock;
        this.all = new Kept<>(this::read, KEPT, clock);
    }

    /** Every account, with its tasks. */
    public Seen look() {
        return all.get();
    }

    /** The latest runs of a task. */
    public Listed<PastRun> runs(AccountName account, String taskId) {
        ofTasks.values().removeIf(Kept::isStale);
        return ofTasks.computeIfAbsent(new TaskName(account, taskId), task -> new Kept<>(() -> read(task), KEPT, clock))
                .get();
    }

    private Listed<PastRun> read(TaskName task) {
        try {
            return runs.apply(task.account()).read(task.taskId());
        } catch (CredentialNotFound missing) {
            return new Listed<>(List.of(), new Problem(SyncError.CREDENTIAL_NOT_FOUND, missing.words()));
        }
    }

    private Seen read() {
        try {
            List<String> stored = names.names();
            List<AccountName> accounts = stored.stream()
                    .map(AccountName::parse)
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            return new Seen(reader.read(accounts), notices(stored), null, clock.instant());
        } catch (CredentialStoreUnavailable silent) {
            return none(new Problem(SyncError.PROVIDER_ERROR, silent.words()));
        } catch (CredentialNotFound unreadable) {
            return none(new Problem(SyncError.CREDENTIAL_NOT_FOUND, unreadable.words()));
        }
    }

    private Seen none(Problem problem) {
        return new Seen(new Overview(List.of()), List.of(problem.message()), problem, clock.instant());
    }

    private static List<String> notices(List<String> stored) {
        List<String> unknown = stored.stream()
                .filter(name -> AccountName.parse(name).isEmpty())
                .toList();
        List<String> notices = new ArrayList<>();
        if (stored.isEmpty()) {
            notices.add("No account is stored yet.");
        }
        if (!unknown.isEmpty()) {
            String more = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "";
            notices.add("Stored, but no account of a provider, such as hightouch/default: "
                    + String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))) + more + ".");
        }
        return notices;
    }
}
