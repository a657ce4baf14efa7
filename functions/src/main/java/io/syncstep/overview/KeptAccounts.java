package io.syncstep.overview;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The tasks of accounts, each account read for itself and kept for a while: whoever asks for one waits for no other. */
final class KeptAccounts {

    private final OverviewReader reader;
    private final Duration time;
    private final Clock clock;
    private final Map<AccountName, Kept<AccountSeen>> byName = new ConcurrentHashMap<>();

    /** @param time as for {@link Kept} */
    KeptAccounts(OverviewReader reader, Duration time, Clock clock) {
        this.reader = reader;
        this.time = time;
        this.clock = clock;
    }

    /** One account, once it was read or given up. */
    AccountTasks read(AccountName name) {
        return of(name).get().account();
    }

    /** Forgets all but these. Who waits for another still gets it. */
    void forgetAllBut(List<AccountName> names) {
        byName.keySet().retainAll(Set.copyOf(names));
    }

    /** These accounts, in this order. Those that must be read are read at the same time. */
    List<Glimpse> look(List<AccountName> names, Waiting waiting) {
        long started = System.nanoTime();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<AccountSeen>> reading =
                names.stream().map(name -> threads.submit(of(name)::get)).toList();
        threads.shutdown();
        List<Glimpse> glimpses = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            glimpses.add(glimpse(names.get(i), reading.get(i), waiting, started));
        }
        return glimpses;
    }

    private Glimpse glimpse(AccountName name, Future<AccountSeen> reading, Waiting waiting, long started) {
        try {
            AccountSeen seen = switch (waiting) {
                case Waiting.UntilRead ignored -> reading.get();
                case Waiting.AtMost(Duration most) ->
                    reading.get(started + most.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
            };
            return new Glimpse(name, seen, false);
        } catch (TimeoutException late) {
            return new Glimpse(name, of(name).last(), true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Glimpse(name, of(name).last(), true);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private Kept<AccountSeen> of(AccountName name) {
        return byName.computeIfAbsent(name, one -> new Kept<>(() -> seen(one), time, clock));
    }

    private AccountSeen seen(AccountName name) {
        return new AccountSeen(reader.read(name), clock.instant());
    }
}
