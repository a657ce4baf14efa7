package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Executions that began together do not check together. */
class JitterTest {

    @Test
    void theSameCheckOfTheSameExecutionComesAtTheSameTime() {
        assertThat(Jitter.of(execution("arn:x"), 3)).isEqualTo(Jitter.of(execution("arn:x"), 3));
    }

    @Test
    void aThousandExecutionsAreSpreadEvenly() {
        long early = IntStream.range(0, 1000)
                .mapToDouble(i -> Jitter.of(execution("arn:" + i), 0).share())
                .peek(share -> assertThat(share).isBetween(-1.0, 1.0))
                .filter(share -> share < 0)
                .count();

        assertThat(early).isBetween(450L, 550L);
    }

    @Test
    void noTwoChecksOfAnExecutionAreShiftedAlike() {
        assertThat(Jitter.of(execution("arn:x"), 1)).isNotEqualTo(Jitter.of(execution("arn:x"), 2));
    }

    private static Execution execution(String id) {
        return new Execution(id, "name", Instant.EPOCH);
    }
}
