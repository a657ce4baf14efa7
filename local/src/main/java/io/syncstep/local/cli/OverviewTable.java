package io.syncstep.local.cli;

import io.syncstep.local.words.Words;
import io.syncstep.overview.AccountTasks;
import io.syncstep.overview.Overview;
import io.syncstep.overview.Problem;
import io.syncstep.overview.TaskState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The overview for a person: a block for each account, a line for each task. Times are UTC. */
record OverviewTable(Style style) {

    private static final int WIDEST = 60;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> HEAD = List.of("STATUS", "ID", "NAME", "LAST RUN (UTC)", "STILL SCHEDULED THERE");

    /** The table, without line ends; an empty line between two accounts. */
    List<String> lines(Overview overview) {
        var all = overview.accounts().stream()
                .flatMap(account -> account.tasks().stream())
                .map(OverviewTable::cells)
                .toList();
        var widths = widths(all);
        var lines = new ArrayList<String>();
        overview.accounts().forEach(account -> block(lines, account, widths));
        return lines;
    }

    private void block(List<String> lines, AccountTasks account, List<Integer> widths) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(style.accent(account.name().provider().title()) + "  "
                + style.faint(
                        account.name().account() + ", " + count(account.tasks().size())));
        Problem problem = account.problem();
        if (problem != null) {
            lines.add("  " + style.bad(style.cross() + " " + problem.error().word()) + ": "
                    + Words.printable(problem.message())
                    + (account.tasks().isEmpty() ? "" : " What follows may be incomplete."));
        }
        if (!account.tasks().isEmpty()) {
            lines.add("  " + style.faint(row(HEAD, widths, Function.identity())));
            account.tasks()
                    .forEach(task -> lines.add("  " + row(cells(task), widths, status -> painted(task, status))));
        }
    }

    private static String count(int tasks) {
        return tasks == 1 ? "1 task" : tasks + " tasks";
    }

    private static List<String> cells(TaskState task) {
        Instant lastRun = task.lastRunAt();
        return List.of(
                task.status().word() + (task.isPaused() ? " (paused)" : ""),
                printable(task.taskId()),
                printable(task.name()),
                lastRun == null ? "" : TIME.format(lastRun),
                task.schedule() == null ? "" : printable(task.schedule()));
    }

    private static String printable(String text) {
        var line = Words.printable(text);
        return length(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<Integer> widths(List<List<String>> rows) {
        return IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .reduce(length(HEAD.get(column)), Math::max))
                .boxed()
                .toList();
    }

    /** Colours come after the padding, which they would be counted into. */
    private static String row(List<String> cells, List<Integer> widths, Function<String, String> paintFirst) {
        var line = new StringBuilder(paintFirst.apply(padded(cells.getFirst(), widths.getFirst())));
        for (int column = 1; column < cells.size(); column++) {
            line.append("  ").append(padded(cells.get(column), widths.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - length(cell)));
    }

    private String painted(TaskState task, String text) {
        return switch (task.status().tone()) {
            case GOOD -> style.good(text);
            case BAD -> style.bad(text);
            case BUSY -> style.accent(text);
            case IDLE -> style.faint(text);
        };
    }
}
