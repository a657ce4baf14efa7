package io.syncstep.local.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text for a person. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "200, 3 min 20 s", "3600, 1 h", "86340, 23 h 59 min"})
    void durationsAreShort(long seconds, String words) {
        assertThat(Words.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void whatAProviderSendsCantSteerATerminal() {
        assertThat(Words.printable("a\u001b[31mb\r\nc")).isEqualTo("a\ufffd[31mb c");
        assertThat(Words.printable("\u0000\b\u007f\u009b2J\ttxt.\u202egnp\u2066\u200f"))
                .isEqualTo("\ufffd\ufffd\ufffd\ufffd2J txt.\ufffdgnp\ufffd\ufffd");
    }
}
