package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How things look in a terminal. */
class StyleTest {

    @Test
    void aBarIsFullAt100AndEmptyWhereNothingIsKnown() {
        var style = new Style(false, false);

        assertThat(style.bar(OptionalInt.of(100))).isEqualTo("[" + "#".repeat(16) + "] 100 %");
        assertThat(style.bar(OptionalInt.empty())).startsWith("[" + "-".repeat(16) + "]");
    }
}
