package io.syncstep.local.simulator.stitch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of an extraction's log, in the form of those that Stitch's own documentation and changelog quote: the
 * verdict is its last line. A log of a terminated extraction has no such line, which is a guess: none is public.
 */
final class ExtractionLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ExtractionLog() {}

    static String of(Extraction extraction, Instant now) {
        List<String> lines = new ArrayList<>();
        Instant start = extraction.startedAt();
        lines.add(line(start, "main - INFO Running discovery"));
        lines.add(line(start.plusMillis(700), " tap - INFO HTTP request to \"companies\" endpoint took 0.329s"));
        if (extraction.isComplete(now)) {
            lines.add(line(extraction.completesAt(), "main - INFO No tunnel subprocess to tear down"));
            lines.add(line(extraction.completesAt(), "main - INFO " + verdict(extraction)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Instant at, String text) {
        return TIME.format(at) + "   " + text;
    }

    private static String verdict(Extraction extraction) {
        ExtractionScript script = extraction.script();
        String phases = script.discovery().sentence("Discovery")
                + script.tap().sentence("Tap")
                + script.target().sentence("Target");
        return extraction.stoppedAt() != null || phases.isEmpty()
                ? "The process was terminated."
                : "Exit status is: " + phases.strip();
    }
}
