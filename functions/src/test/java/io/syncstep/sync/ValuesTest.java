package io.syncstep.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small values, whose edges other code relies on. */
class ValuesTest {

    @Test
    void theErrorsAreThoseOfTheContract() {
        assertThat(Arrays.stream(SyncError.values()).map(SyncError::word))
                .containsExactlyInAnyOrder(
                        "InvalidRequest",
                        "Unauthorized",
                        "NotFound",
                        "ProviderError",
                        "CredentialNotFound",
                        "AlreadyRunning",
                        "TriggerUnconfirmed",
                        "SyncFailed",
                        "SyncCancelled",
                        "SyncInterrupted",
                        "OutcomeUnknown",
                        "SyncTimedOut");
    }

    @Test
    void theStepsAreTheWordsThatTheStateMachineReads() {
        assertThat(Arrays.stream(Next.values()).map(Next::word))
                .containsExactly("prepare", "start", "find", "follow", "stop", "succeed", "fail");
    }

    @Test
    void aTextIsAsLongAsItsCharactersAndBlankWhereNoneIsSeen() {
        assertThat(Text.length("a😀d")).isEqualTo(3);
        assertThat(Text.isBlank(" \t\u00a0\u2003")).isTrue();
        assertThat(Text.isBlank("")).isTrue();
        assertThat(Text.isBlank(" a")).isFalse();
    }

    @Test
    void aTextIsCutBetweenCharactersOnly() {
        assertThat(Text.cut("abc", 3)).isEqualTo("abc");
        assertThat(Text.cut("abcd", 3)).isEqualTo("abc…");
        assertThat(Text.cut("ab😀d", 3)).isEqualTo("ab…");
        assertThat(Text.cut("a😀d", 3)).isEqualTo("a😀…");
    }

    @ParameterizedTest
    @CsvSource({"3600,1 h", "86400,24 h", "5400,90 min", "61,61 s", "0,0 s", "60,1 min"})
    void aDurationIsToldInItsLargestUnit(long seconds, String words) {
        assertThat(Phrases.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void rejectedRowsAreUnknownAsSoonAsOneCountIs() {
        assertThat(new Rows.Counts(1L, 2L, 3L).total()).hasValue(6);
        assertThat(new Rows.Counts(1L, null, 3L).total()).isEmpty();
        assertThat(new Rows(null, null, null).rejected()).isEmpty();
    }

    @Test
    void waitsDoubleUpToFiveMinutes() {
        assertThat(Waits.growing(Duration.ofSeconds(5), 1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Waits.growing(Duration.ofSeconds(5), 2, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Waits.growing(Duration.ofSeconds(5), 1_000_000, null)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Waits.growing(Duration.ofSeconds(5), 1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    }
}
