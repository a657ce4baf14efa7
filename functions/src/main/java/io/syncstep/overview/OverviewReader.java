package io.syncstep.overview;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.sync.SyncError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads accounts at the same time, so that none waits for another, and each for itself, so that none hides another. */
public final class OverviewReader {

    /** How long an account may take before it counts as not answering. */
    public static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(OverviewReader.class.getName());

    private final Function<AccountName, TaskList> lists;
    private final Duration longest;

    /** A reader that gives each account 20 s. */
    public OverviewReader(Function<AccountName, TaskList> lists) {
        this(lists, LONGEST);
    }

    /**
     * A reader with a limit of its own.
     *
     * @param lists finds the provider's part; called once per account and overview
     * @param longest for an account whose own calls are limited more tightly, this is only the last resort
     */
    public OverviewReader(Function<AccountName, TaskList> lists, Duration longest) {
        this.lists = lists;
        this.longest = longest;
    }

    /** Reads this account alone. */
    AccountTasks read(AccountName account) {
        return read(List.of(account)).accounts().getFirst();
    }

    /** Reads these accounts, and tells of them in this order. */
    public Overview read(List<AccountName> accounts) {
        long end = System.nanoTime() + longest.toNanos();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<AccountTasks>> reading = accounts.stream()
                    .map(name -> threads.submit(() -> listed(name)))
                    .toList();
            List<AccountTasks> read = new ArrayList<>();
            for (int i = 0; i < accounts.size(); i++) {
                read.add(result(accounts.get(i), reading.get(i), end - System.nanoTime()));
            }
            return new Overview(read);
        } finally {
            threads.shutdownNow();
        }
    }

    private AccountTasks listed(AccountName name) {
        try {
            Listed<TaskState> listed = lists.apply(name).read();
            return new AccountTasks(name, listed.rows(), listed.problem());
        } catch (CredentialNotFound missing) {
            return failed(name, SyncError.CREDENTIAL_NOT_FOUND, missing.words());
        }
    }

    private AccountTasks result(AccountName name, Future<AccountTasks> reading, long nanosLeft) {
        try {
            return reading.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return failed(
                    name, SyncError.PROVIDER_ERROR, name + " did not answer within " + longest.toSeconds() + " s.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(name, SyncError.PROVIDER_ERROR, "The reading of " + name + " was interrupted.");
        } catch (ExecutionException bug) {
            return broken(name, bug.getCause() == null ? bug : bug.getCause());
        }
    }

    /** A fault of this program in one account must not hide the others. Its message may quote anything, so that it is not told. */
    private static AccountTasks broken(AccountName name, Throwable bug) {
        Fault fault = new Fault(bug);
        LOG.log(Level.SEVERE, "Reading {0} ended in {1}", new Object[] {name, fault});
        return failed(
                name, SyncError.PROVIDER_ERROR, name + " could not be read: " + fault.kind() + " in Syncstep itself.");
    }

    private static AccountTasks failed(AccountName name, SyncError error, String message) {
        return new AccountTasks(name, List.of(), new Problem(error, message));
    }
}
