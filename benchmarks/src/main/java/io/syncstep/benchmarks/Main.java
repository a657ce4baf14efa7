package io.syncstep.benchmarks;

import io.syncstep.benchmarks.waiting.WaitingCostReport;
import java.io.IOException;
import java.nio.file.Path;

/** The program behind {@code benchmarks/run}. */
public final class Main {

    private static final int RUNS = 3_000;

    private Main() {}

    /** Exits with 0 when each limit is kept, 1 when one is broken, 2 when there is no benchmark of that name. */
    public static void main(String[] names) throws IOException {
        System.exit(run(names.length == 1 ? names[0] : ""));
    }

    private static int run(String name) throws IOException {
        if (!name.equals("waiting-cost")) {
            System.err.println("usage: benchmarks/run waiting-cost");
            return 2;
        }
        Section section = WaitingCostReport.of(RUNS);
        System.out.println(section.text());
        section.writeTo(Path.of("docs"));
        return section.isWithinLimits() ? 0 : 1;
    }
}
