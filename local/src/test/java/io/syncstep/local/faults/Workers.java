package io.syncstep.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Threads of this machine, each with an engine of its own. */
final class Workers {

    private Workers() {}

    /** Does something with each, several at a time; throws the first failure once all are done. */
    static <T> void each(List<T> all, Consumer<T> work) {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(threads())) {
            all.forEach(one -> running.add(threads.submit(() -> work.accept(one))));
        }
        List<Throwable> failures =
                running.stream().flatMap(each -> failure(each).stream()).toList();
        if (!failures.isEmpty()) {
            AssertionError first = new AssertionError(
                    failures.size() + " of " + all.size() + " failed, the first: "
                            + failures.getFirst().getMessage(),
                    failures.getFirst());
            failures.stream().skip(1).limit(40).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** One more than there are cores: some of the work waits for answers that don't come. */
    private static int threads() {
        return Runtime.getRuntime().availableProcessors() + 1;
    }

    private static Optional<Throwable> failure(Future<?> done) {
        try {
            done.get();
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.ofNullable(failure.getCause());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
