package io.syncstep.benchmarks.crowd;

import io.syncstep.benchmarks.Limit;
import io.syncstep.benchmarks.Section;
import io.syncstep.benchmarks.execution.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The benchmark of the engine: does an execution cost more when it is one of many? */
public final class CrowdReport {

    private final Map<Integer, Double> secondsEach = new LinkedHashMap<>();

    private CrowdReport(Path repository, int most) throws IOException {
        measure(repository, 1, Math.min(most, 50));
        IntStream.iterate(1, size -> size <= most, size -> size * 10)
                .forEach(size -> secondsEach.put(size, Double.NaN));
        for (int size : List.copyOf(secondsEach.keySet())) {
            secondsEach.put(size, measure(repository, size, Math.max(1, Math.min(most, 100) / size)));
        }
    }

    /** A machine for each, so that none carries what others left behind. The first crowd is not counted. */
    private static double measure(Path repository, int size, int repeats) throws IOException {
        try (Machine machine = new Machine(repository)) {
            Crowd crowd = new Crowd(machine);
            crowd.seconds(Math.min(size, 10));
            double seconds = IntStream.range(0, repeats)
                    .mapToDouble(repeat -> crowd.seconds(size))
                    .sum();
            return seconds / repeats / size;
        }
    }

    /**
     * With 1, 10, 100 and so on at once.
     *
     * @param repository the folder that holds {@code statemachine/}
     * @param most the size of the largest crowd
     */
    public static Section of(Path repository, int most) throws IOException {
        CrowdReport report = new CrowdReport(repository, most);
        return new Section("engine", report.table(), report.limits(most), Map.of());
    }

    private String table() {
        StringBuilder table = new StringBuilder(
                "| at once | executions per second | ms each | × one alone |\n|---:|---:|---:|---:|\n");
        secondsEach.forEach((size, each) -> table.append(String.format(
                Locale.ROOT, "| %,d | %.0f | %.1f | %.2f |%n", size, 1 / each, 1000 * each, each / each(1))));
        return table.toString();
    }

    private double each(int size) {
        return Objects.requireNonNull(secondsEach.get(size));
    }

    private List<Limit> limits(int most) {
        return List.of(Limit.atMost(
                String.format(Locale.ROOT, "an execution among %,d at once, times one alone", most),
                each(most) / each(1),
                1.5));
    }
}
