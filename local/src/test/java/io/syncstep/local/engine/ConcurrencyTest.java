package io.syncstep.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    @Test
    void enginesBesideEachOtherDoNotMeet() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4).mapToObj(ConcurrencyTest::runOf).toList();

            for (var result : threads.invokeAll(runs)) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    private static Callable<Boolean> runOf(int number) {
        return () -> {
            var machine = new Machine();
            var wait = Machine.only("{'Type':'Wait','SecondsPath':'$.n','Next':'B'}");
            var ended = machine.run(wait, "{'n':" + number + "}");
            return ended.waitedSeconds() == number && machine.elapsed().toSeconds() == number;
        };
    }
}
