package io.syncstep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark found: a part of {@code docs/performance.md}, between two marks that carry its name.
 *
 * @param tables the figures, in Markdown
 * @param plots pictures by file name
 */
public record Section(String name, String tables, List<Limit> limits, Map<String, String> plots) {

    public boolean isWithinLimits() {
        return limits.stream().allMatch(Limit::isKept);
    }

    /** All figures, then each that has a limit beside it. */
    public String text() {
        StringBuilder text = new StringBuilder(tables);
        text.append("\n| limit | measured | bound | |\n|---|---:|---:|---|\n");
        limits.forEach(limit -> text.append(limit.row()));
        return text.toString();
    }

    /** Puts the figures where the marks are. */
    public void writeTo(Path docs) throws IOException {
        Path page = docs.resolve("performance.md");
        Files.writeString(page, within(Files.readString(page)));
        for (Map.Entry<String, String> plot : plots.entrySet()) {
            Files.writeString(docs.resolve(plot.getKey()), plot.getValue());
        }
    }

    String within(String page) {
        String begin = "<!-- " + name + ": written by benchmarks/run " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("the page needs the lines " + begin.strip() + " and " + end);
        }
        return page.substring(0, from + begin.length()) + text() + page.substring(to);
    }
}
