package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from strangers is cut to what is of use. */
class PastDurationsTest {

    private static final Instant T = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void theTwentyNewestAreKept() {
        PastDurations past = new PastDurations(Collections.nCopies(1000, 61L));

        assertThat(past.seconds()).hasSize(20);
    }

    @Test
    void nonsenseIsLeftOut() {
        assertThat(new PastDurations(Arrays.asList(60L, 0L, -5L, null, Long.MAX_VALUE, 61L)).seconds())
                .containsExactly(60L, 61L);
    }

    @Test
    void aRunIsMeasuredInWholeSecondsFromItsStartToItsEnd() {
        PastDurations past = PastDurations.NONE
                .then(T, T.plusMillis(61_400))
                .then(T, T)
                .then(T, null)
                .then(null, T)
                .then(T, T.minusSeconds(1));

        assertThat(past.seconds()).isEqualTo(List.of(61L, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "0", "-1", "61", "NaN", "1e9"})
    void aCostOfAChecksThatTheTemplateWouldRefuseIsTheDefault(String text) {
        assertThat(CheckCost.of(text)).isEqualTo(new CheckCost(2));
    }

    @Test
    void aCostOfACheckIsTakenFromTheVariable() {
        assertThat(CheckCost.of("0.5")).isEqualTo(new CheckCost(0.5));
        assertThat(CheckCost.of(null)).isEqualTo(CheckCost.USUAL);
        assertThatThrownBy(() -> new CheckCost(0)).hasMessage("SYNCSTEP_CHECK_COST_SECONDS must be 0.1..60, got 0.0");
    }
}
