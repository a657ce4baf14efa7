package io.syncstep.benchmarks;

import io.syncstep.benchmarks.crowd.CrowdReport;
import io.syncstep.benchmarks.price.PriceReport;
import io.syncstep.benchmarks.waiting.WaitingCostReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program behind {@code benchmarks/run}. */
public final class Main {

    private static final Path REPOSITORY = Path.of("");

    private Main() {}

    /** Exits with 0 when each limit is kept, 1 when one is broken, 2 when there is no benchmark of that name. */
    public static void main(String[] names) throws IOException {
        PrintStream out = System.out;
        // AWS's runtime classes log to standard output; that belongs to the figures alone.
        System.setOut(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.exit(run(names.length == 1 ? names[0] : "", out));
    }

    private static int run(String name, PrintStream out) throws IOException {
        return switch (name) {
            case "waiting-cost" -> report(WaitingCostReport.of(3_000), out);
            case "price" -> report(PriceReport.of(REPOSITORY, PriceReport.DURATIONS, 20), out);
            case "engine" -> report(CrowdReport.of(REPOSITORY, 1_000), out);
            default -> {
                System.err.println("usage: benchmarks/run waiting-cost|price|engine|cold-start");
                yield 2;
            }
        };
    }

    private static int report(Section section, PrintStream out) throws IOException {
        out.println(section.text());
        section.writeTo(REPOSITORY.resolve("docs"));
        return section.isWithinLimits() ? 0 : 1;
    }
}
