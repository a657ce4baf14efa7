package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.Requests;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Executions that began together do not check together. */
class JitterTest {

    private static final Execution EXECUTION = new Execution("arn:x", "x", Instant.parse("2026-11-22T00:00:00Z"));
    private static final Request REQUEST = Requests.hightouch("");

    @Test
    void theSameCheckOfTheSameExecutionComesAtTheSameTime() {
        assertThat(Jitter.of(REQUEST, EXECUTION, 3)).isEqualTo(Jitter.of(REQUEST, EXECUTION, 3));
    }

    @Test
    void aThousandTasksThatBeganTogetherAreSpreadEvenly() {
        long early = IntStream.range(0, 1000)
                .mapToObj(i -> Requests.hightouch("\"syncId\":" + (1000 + i)))
                .mapToDouble(request -> Jitter.of(request, EXECUTION, 0).share())
                .peek(share -> assertThat(share).isBetween(-1.0, 1.0))
                .filter(share -> share < 0)
                .count();

        assertThat(early).isBetween(450L, 550L);
    }

    @Test
    void noTwoChecksOfAnExecutionAreShiftedAlike() {
        assertThat(Jitter.of(REQUEST, EXECUTION, 1)).isNotEqualTo(Jitter.of(REQUEST, EXECUTION, 2));
    }

    @Test
    void norTwoExecutionsOfATask() {
        Execution next = new Execution("arn:y", "y", EXECUTION.startedAt().plusMillis(1));

        assertThat(Jitter.of(REQUEST, EXECUTION, 1)).isNotEqualTo(Jitter.of(REQUEST, next, 1));
    }
}
