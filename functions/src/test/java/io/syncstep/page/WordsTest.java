package io.syncstep.page;

import static io.syncstep.page.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long ago something was, in a person's words. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT59.9S, just now",
        "PT1M, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT1H, 1 h ago",
        "PT23H59M, 23 h ago",
        "P1D, 1 day ago",
        "PT47H, 1 day ago",
        "P2D, 2 days ago",
        "P60D, 60 days ago"
    })
    void whatPassedIsToldInTheLargestUnitThatIsWhole(Duration age, String words) {
        assertThat(Words.ago(NOON, NOON.plus(age))).isEqualTo(words);
    }

    @Test
    void whatWasLongAgoIsToldByItsDateAlone() {
        assertThat(Words.ago(NOON, NOON.plus(Duration.ofDays(61)))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1M", "PT5M"})
    void aClockThatIsALittleAheadMeansNow(Duration ahead) {
        assertThat(Words.ago(NOON.plus(ahead), NOON)).isEqualTo("just now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "PT1H", "P400D"})
    void whatIsYetToComeIsToldByItsDateAlone(Duration ahead) {
        assertThat(Words.ago(NOON.plus(ahead), NOON)).isNull();
    }
}
