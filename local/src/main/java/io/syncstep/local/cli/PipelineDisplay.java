package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.words.Words;
import io.syncstep.sync.ProviderName;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a pipeline to a person: a line when a task starts, and one when it ends; the states of its sync are left out. */
final class PipelineDisplay implements Display {

    /** A task that runs. */
    private record Running(String stage, String task) {}

    private final Lines lines;
    private final Style style;
    private final Clock clock;
    private final Map<String, String> stages = new HashMap<>();
    private final Map<String, Running> running = new HashMap<>();
    private boolean noticed;
    private @Nullable Instant start;

    /** @param clock the time that the execution lives in */
    PipelineDisplay(PrintStream out, Terminal terminal, Clock clock) {
        this.lines = Lines.on(out, terminal);
        this.style = new Style(terminal.colour(), terminal.unicode());
        this.clock = clock;
    }

    @Override
    public void simulated(ProviderName provider) {
        lines.add(style.accent(Notices.simulated(provider)));
        noticed = true;
    }

    /** The data of a state that runs a task has the stage, and the start of the name of the execution. */
    @Override
    public void on(Event event) {
        begin();
        if (event instanceof Entered entered && entered.data().has("stage")) {
            stages.put(
                    entered.data().path("name").asText(),
                    entered.data().path("stage").asText());
        }
    }

    private void begin() {
        if (start == null && noticed) {
            lines.add("");
        }
        start = start == null ? clock.instant() : start;
    }

    @Override
    public Listener child(String name, JsonNode request) {
        var stage = stages.getOrDefault(name.replaceFirst("-[0-9]+$", ""), "");
        var task = new Running(Words.printable(stage), label(request));
        running.put(name, task);
        lines.add(line(task, "started"));
        live();
        return NONE;
    }

    @Override
    public void childEnded(String name, Execution ended) {
        var task = running.remove(name);
        if (task != null) {
            lines.add(line(task, new Ending(style, ended).line()));
        }
        live();
    }

    private void live() {
        lines.live(running.isEmpty() ? "" : time() + "  " + running.size() + " running");
    }

    private static String label(JsonNode request) {
        var task = Stream.of("syncId", "syncSlug", "sequenceId", "sourceId", "jobId")
                .map(field -> request.path(field).asText())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst()
                .orElse("");
        return Words.printable(request.path("provider").asText() + " " + task);
    }

    private String line(Running task, String words) {
        return time() + "  " + "%-12s %-26s %s".formatted(task.stage(), task.task(), words);
    }

    private String time() {
        var now = clock.instant();
        return style.faint("%9s".formatted(Words.clock(Duration.between(start == null ? now : start, now))));
    }

    @Override
    public void ended(Execution execution) {
        lines.add("");
        new Ending(style, execution).lines().forEach(lines::add);
    }

    @Override
    public void close() {
        lines.close();
    }
}
