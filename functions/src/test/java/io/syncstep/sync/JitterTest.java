package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.syncstep.testing.Requests;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions that began together do not check together. */
class JitterTest {

    private static final Execution EXECUTION = new Execution("arn:x", "x", Instant.parse("2026-11-22T00:00:00Z"));
    private static final Request REQUEST = Requests.hightouch("");

    @Test
    void theSameCheckOfTheSameExecutionComesAtTheSameTime() {
        assertThat(Jitter.of(REQUEST, EXECUTION, 3)).isEqualTo(Jitter.of(REQUEST, EXECUTION, 3));
    }

    @Test
    void eachWholeNumberOfARangeIsAsLikely() {
        int[] counts = new int[5];
        IntStream.range(0, 1000).forEach(task -> counts[(int) jitter(task, 0).among(0, 4)]++);

        assertThat(Arrays.stream(counts)).allMatch(count -> count > 150 && count < 250);
    }

    @Test
    void aRangeOfOneNumberIsThatNumber() {
        assertThat(new Jitter(0).among(30, 30)).isEqualTo(30);
        assertThat(new Jitter(0.999).among(30, 30)).isEqualTo(30);
    }

    @Test
    void tasksThatCameTogetherDoNotComeTogetherAgain() {
        long together = IntStream.range(0, 1000)
                .filter(task -> jitter(task, 0).among(0, 4) == 2)
                .filter(task -> jitter(task, 1).among(0, 4) == 2)
                .count();

        assertThat(together).isBetween(1L, 80L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aShareThatIsNoneIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Jitter(share))
                .withMessage("share must be 0..1, without 1, got " + share);
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

    private static Jitter jitter(int task, int check) {
        return Jitter.of(Requests.hightouch("\"syncId\":" + (1000 + task)), EXECUTION, check);
    }
}
