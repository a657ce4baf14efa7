package io.syncstep.local.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs that were started here, by the names of their executions. Those that ended are forgotten when there are too many. */
public final class Runs implements AutoCloseable {

    private record Playing(Run run, Thread thread) {}

    /** Each has an engine, some ten megabytes. */
    private static final int AT_ONCE = 20;

    private static final int KEPT = 500;

    private final Player player;
    private final int atOnce;
    private final int kept;
    private final Map<String, Playing> byName = new LinkedHashMap<>();

    public Runs(Player player) {
        this(player, AT_ONCE, KEPT);
    }

    /**
     * Runs within limits of their own.
     *
     * @param atOnce how many may be in progress
     * @param kept how many are remembered; those in progress are, however many
     */
    Runs(Player player, int atOnce, int kept) {
        this.player = player;
        this.atOnce = atOnce;
        this.kept = kept;
    }

    /** Starts a run under this name, unless it is one already. */
    synchronized Begun begin(String name, Order order) {
        var known = byName.get(name);
        if (known != null) {
            return known.run().order().equals(order) ? new Begun.Here(known.run()) : new Begun.NameTaken();
        }
        if (playing().filter(run -> !run.isOver()).count() >= atOnce) {
            return new Begun.TooMany(atOnce);
        }
        var run = new Run(name, order, player.time().clock());
        byName.put(name, new Playing(run, player.play(run)));
        forgetOldest();
        return new Begun.Here(run);
    }

    private void forgetOldest() {
        var over = playing().filter(Run::isOver).map(Run::name).toList();
        over.stream().limit(Math.max(0, byName.size() - kept)).forEach(byName::remove);
    }

    synchronized Optional<Look> find(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(playing -> playing.run().look());
    }

    private Stream<Run> playing() {
        return byName.values().stream().map(Playing::run);
    }

    /** The latest first. */
    synchronized List<Look> all() {
        return playing().map(Run::look).toList().reversed();
    }

    /**
     * What goes on where this program ends: a line each.
     *
     * @param simulated whether the provider ends with it
     */
    public List<String> goingOn(boolean simulated) {
        return all().stream()
                .filter(look -> look.end() == null)
                .map(look -> line(look, simulated))
                .toList();
    }

    private static String line(Look look, boolean simulated) {
        var order = look.order();
        var task = "%s %s".formatted(order.provider(), order.taskId());
        if (simulated) {
            return "No longer followed: %s. It was simulated, and ends here.".formatted(task);
        }
        return look.runId() == null
                ? "No longer followed: %s. A run may have been started, and goes on there.".formatted(task)
                : "No longer followed: %s. Its run %s goes on there.".formatted(task, look.runId());
    }

    /** Follows none any longer. */
    @Override
    public synchronized void close() {
        byName.values().forEach(playing -> playing.thread().interrupt());
    }
}
