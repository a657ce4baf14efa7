package io.syncstep.benchmarks.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.syncstep.benchmarks.Section;
import io.syncstep.benchmarks.execution.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Executions cost what anybody can count in the definition. */
class PriceTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Look, start, then wait and check (with the choice behind each); two checks at 30 s; the event and the end. */
    @Test
    void aMinuteCheckedTwiceIsThirteenTransitionsAndFourCalls() throws IOException {
        try (Machine machine = new Machine(REPOSITORY)) {
            Usage usage = new Trial(machine).of(new Pace("every 30 s", 30, 0), MINUTE, 1);

            assertThat(usage.checks()).isEqualTo(2);
            assertThat(usage.transitions()).isEqualTo(13);
            assertThat(usage.calls()).isEqualTo(4);
            assertThat(usage.gigabyteSeconds()).isGreaterThan(4 * Usage.ANSWER / 2);
        }
    }

    @Test
    void thePriceIsTheSumOfItsParts() {
        Tariff tariff = new Tariff("for the test", 10, 200, 3_000, 40_000);

        assertThat(tariff.of(new Usage(1, 0, 2, 3))).isEqualTo(10 + 400 + 9_000 + 40_000);
    }

    @Test
    void theListPriceOfAThousandTransitionsIsTwoAndAHalfCents() {
        assertThat(1_000 * Tariff.LIST.transition()).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void theMemoryThatIsPaidForIsThatOfTheTemplate() throws IOException {
        String template = Files.readString(REPOSITORY.resolve("template.yaml"));

        assertThat(Pattern.compile("MemorySize: *(\\S+)").matcher(template).results())
                .isNotEmpty()
                .extracting(size -> size.group(1))
                .containsOnly(Integer.toString(Usage.MEMORY));
    }

    @Test
    void aSmallRunFillsItsTables() throws IOException {
        Section section = PriceReport.of(REPOSITORY, List.of(MINUTE), 2);

        assertThat(section.isWithinLimits()).as(section.text()).isTrue();
        assertThat(section.text())
                .contains("| | 1 min |", "| Syncstep, 10 past runs |", "every 3 s (Airflow, Dagster)", "mw1.small");
    }
}
