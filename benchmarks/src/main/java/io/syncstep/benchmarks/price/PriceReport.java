package io.syncstep.benchmarks.price;

import io.syncstep.benchmarks.Limit;
import io.syncstep.benchmarks.Section;
import io.syncstep.benchmarks.execution.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The benchmark of the price: what executions of the repository's own state machine use, at AWS's list prices. */
public final class PriceReport {

    public static final List<Duration> DURATIONS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    private final List<Duration> durations;
    private final Map<Duration, Map<Pace, Usage>> usages = new LinkedHashMap<>();

    private PriceReport(Machine machine, List<Duration> durations, int executions) {
        this.durations = durations;
        Trial trial = new Trial(machine);
        // The first calls load classes, which would be taken for work.
        trial.of(Pace.ALL.getFirst(), durations.getFirst(), executions);
        for (Duration duration : durations) {
            Map<Pace, Usage> byPace = new LinkedHashMap<>();
            Pace.ALL.forEach(pace -> byPace.put(pace, trial.of(pace, duration, executions)));
            usages.put(duration, byPace);
        }
    }

    /**
     * From so many executions of each duration.
     *
     * @param repository the folder that holds {@code statemachine/}
     */
    public static Section of(Path repository, List<Duration> durations, int executions) throws IOException {
        try (Machine machine = new Machine(repository)) {
            PriceReport report = new PriceReport(machine, durations, executions);
            return new Section("price", report.tables(executions), report.limits(), Map.of());
        }
    }

    private String tables(int executions) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Per 1,000 runs of a Hightouch sync, in dollars (%s; no free tier); means of %d executions.%n%n",
                Tariff.LIST.source(),
                executions));
        text.append("| ");
        durations.forEach(
                duration -> text.append("| ").append(duration.toMinutes()).append(" min "));
        text.append("|\n|---|").append("---:|".repeat(durations.size())).append("\n");
        Pace.ALL.forEach(pace -> text.append(prices(pace)));
        text.append("\nWhat it is made of, for one run:\n\n");
        text.append(
                "| run | | checks | state transitions | function calls | GB-seconds | of the price: transitions |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|\n");
        usages.forEach(
                (duration, byPace) -> byPace.forEach((pace, usage) -> text.append(parts(duration, pace, usage))));
        return text.append(peer()).toString();
    }

    private String prices(Pace pace) {
        StringBuilder row = new StringBuilder("| " + pace.name());
        durations.forEach(duration -> row.append(String.format(Locale.ROOT, " | %.2f", 1000 * price(duration, pace))));
        return row.append(" |\n").toString();
    }

    private static String parts(Duration duration, Pace pace, Usage usage) {
        return String.format(
                Locale.ROOT,
                "| %d min | %s | %.1f | %.0f | %.1f | %.2f | %.0f %% |%n",
                duration.toMinutes(),
                pace.name(),
                usage.checks(),
                usage.transitions(),
                usage.calls(),
                usage.gigabyteSeconds(),
                100 * usage.transitions() * Tariff.LIST.transition() / Tariff.LIST.of(usage));
    }

    /** An environment of Airflow costs the same whatever it runs. */
    private String peer() {
        Duration usual = durations.get(durations.size() / 2);
        return String.format(
                Locale.ROOT,
                "%nAmazon MWAA's mw1.small, an Airflow, costs %.0f dollars a month before it runs anything: %,.0f runs of "
                        + "%d min here.%n",
                Tariff.AIRFLOW_MONTH,
                Tariff.AIRFLOW_MONTH / price(usual, Pace.ALL.getFirst()),
                usual.toMinutes());
    }

    private double price(Duration duration, Pace pace) {
        return Tariff.LIST.of(usage(duration, pace));
    }

    private Usage usage(Duration duration, Pace pace) {
        return Objects.requireNonNull(
                Objects.requireNonNull(usages.get(duration)).get(pace));
    }

    private List<Limit> limits() {
        Duration longest = durations.getLast();
        return List.of(Limit.atLeast(
                longest.toMinutes() + " min: cheaper than every 3 s, times",
                price(longest, Pace.EVERY_THREE) / price(longest, Pace.ALL.getFirst()),
                longest.toMinutes() < 10 ? 2 : 10));
    }
}
