package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.words.Progress;
import io.syncstep.local.words.Words;
import io.syncstep.sync.ProviderName;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows an execution to a person: a line for each state that is entered, with what is news of the run by then. Between them one
 * live line, where there can be one.
 */
final class PersonDisplay implements Display {

    private final Lines lines;
    private final Style style;
    private final Clock clock;
    private final Ticker ticker;
    private boolean noticed;
    private @Nullable Instant start;
    private Progress shown = Progress.in(MissingNode.getInstance());

    /** @param clock the time that the execution lives in */
    PersonDisplay(PrintStream out, Terminal terminal, Clock clock) {
        this.lines = Lines.on(out, terminal);
        this.style = new Style(terminal.colour(), terminal.unicode());
        this.clock = clock;
        this.ticker = terminal.live() ? Ticker.every(Duration.ofMillis(250)) : Ticker.NEVER;
    }

    @Override
    public void simulated(ProviderName provider) {
        lines.add(style.accent(Notices.simulated(provider)));
        noticed = true;
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Entered entered -> entered(entered);
            case Retried retried -> lines.add(line(retried.state(), "once more"));
            case Exited ignored -> {}
        }
    }

    private void entered(Entered entered) {
        begin();
        var progress = Progress.in(entered.data());
        var isNews = !progress.equals(shown);
        lines.add(line(entered.state(), isNews ? detail(progress, entered.waiting()) : wait(entered.waiting())));
        shown = progress;
        var until = entered.waiting() == null ? null : clock.instant().plus(entered.waiting());
        ticker.show(() -> lines.live(line(entered.state(), detail(progress, left(until)))));
    }

    private void begin() {
        if (start == null && noticed) {
            lines.add("");
        }
        start = start == null ? clock.instant() : start;
    }

    private @Nullable Duration left(@Nullable Instant until) {
        return until == null ? null : Duration.between(clock.instant(), until).plusMillis(999);
    }

    private String detail(Progress progress, @Nullable Duration waiting) {
        return progress.words()
                .map(words -> "%-9s %s  %s".formatted(wait(waiting), style.bar(progress.percent()), words))
                .orElse(wait(waiting));
    }

    private static String wait(@Nullable Duration waiting) {
        return waiting == null || waiting.isNegative() ? "" : Words.duration(waiting);
    }

    private String line(String state, String detail) {
        var now = clock.instant();
        var elapsed = Words.clock(Duration.between(start == null ? now : start, now));
        return style.faint("%9s".formatted(elapsed)) + "  "
                + "%-26s %s".formatted(state, detail).stripTrailing();
    }

    @Override
    public void ended(Execution execution) {
        ticker.close();
        lines.add("");
        new Ending(style, execution).lines().forEach(lines::add);
    }

    @Override
    public void close() {
        ticker.close();
        lines.close();
    }
}
