package io.syncstep.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures land between their marks, and a broken limit shows. */
class SectionTest {

    private static final Section SECTION = new Section(
            "speed",
            "| 7 |\n",
            List.of(Limit.atMost("slow", 7, 6), Limit.atLeast("cheaper", 4.25, 4)),
            Map.of("speed.svg", "<svg/>"));

    @Test
    void theFiguresReplaceThoseOfTheLastTime(@TempDir Path docs) throws IOException {
        String page = "# Page\n<!-- speed: written by benchmarks/run speed -->\nold\n<!-- end of speed -->\nrest\n";
        Files.writeString(docs.resolve("performance.md"), page);

        SECTION.writeTo(docs);

        assertThat(docs.resolve("performance.md"))
                .content()
                .contains("| 7 |", "rest")
                .doesNotContain("old");
        assertThat(docs.resolve("speed.svg")).hasContent("<svg/>");
    }

    @Test
    void aPageWithoutTheMarksIsNotTouched() {
        assertThatThrownBy(() -> SECTION.within("# Page")).hasMessageContaining("<!-- end of speed -->");
    }

    @Test
    void aBrokenLimitIsToldAndCounts() {
        assertThat(SECTION.isWithinLimits()).isFalse();
        assertThat(SECTION.text())
                .contains("| slow | 7 | at most 6 | **BROKEN** |", "| cheaper | 4.25 | at least 4 | kept |");
    }
}
