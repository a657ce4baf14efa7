package io.syncstep.overview;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.sync.SyncError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cache of all lists, at which many may look however often: no provider is asked for the same list twice within a minute. An
 * account that is slow keeps nobody waiting who asks for another.
 */
public final class Lookout {

    /** How long a list is kept, a failed one too. */
    public static final Duration KEPT = Duration.ofMinutes(1);

    private record TaskName(AccountName account, String taskId) {}

    private final Function<AccountName, TaskRuns> runs;
    private final Clock clock;
    private final Waiting waiting;
    private final Kept<Stored> stored;
    private final KeptAccounts accounts;
    private final Map<TaskName, Kept<Listed<PastRun>>> ofTasks = new ConcurrentHashMap<>();

    /**
     * A lookout over these accounts.
     *
     * @param lists finds the tasks of an account, as for {@link OverviewReader}
     * @param runs finds the latest runs of its tasks
     * @param waiting for whoever looks at all accounts
     */
    public Lookout(
            AccountNames names,
            Function<AccountName, TaskList> lists,
            Function<AccountName, TaskRuns> runs,
            Clock clock,
            Waiting waiting) {
        this.runs = runs;
        this.clock = clock;
        this.waiting = waiting;
        this.stored = new Kept<>(() -> Stored.in(names, clock.instant()), KEPT, clock);
        this.accounts = new KeptAccounts(new OverviewReader(lists), KEPT, clock);
    }

    /** Every account, with its tasks. One that was never read yet, and is not read in time, is a notice alone. */
    public Seen look() {
        Stored known = stored.get();
        // Where the names are not known, nobody knows who is gone.
        if (known.problem() == null) {
            accounts.forgetAllBut(known.accounts());
        }
        List<Glimpse> glimpses = accounts.look(known.accounts(), waiting);
        return new Seen(
                new Overview(glimpses.stream()
                        .map(Glimpse::account)
                        .flatMap(Optional::stream)
                        .toList()),
                Stream.concat(
                                known.notices().stream(),
                                glimpses.stream().map(Glimpse::notice).flatMap(Optional::stream))
                        .toList(),
                known.problem(),
                oldest(glimpses).orElse(known.at()));
    }

    private static Optional<Instant> oldest(List<Glimpse> glimpses) {
        return glimpses.stream().map(Glimpse::seenAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** One account, once it was read or given up, however the others are. Empty where none of this name is stored. */
    public Optional<AccountTasks> account(AccountName name) {
        Stored known = stored.get();
        Problem problem = known.problem();
        if (problem != null) {
            return Optional.of(new AccountTasks(name, List.of(), problem));
        }
        return known.accounts().contains(name) ? Optional.of(accounts.read(name)) : Optional.empty();
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
}
