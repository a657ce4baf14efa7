package io.syncstep.sync;

import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A provider that says what it was told to say, in that order, and counts what it was asked. */
final class ScriptedProvider implements Provider {

    /** Nobody answered the start call. */
    static final StartAnswer LOST = new StartAnswer.InDoubt("connection lost", null);

    /** It was answered, and may have started a run all the same. */
    static final StartAnswer UNAVAILABLE = new StartAnswer.InDoubt("503 Service Unavailable", 503);

    private final String name;
    private final boolean listsRunsInProgress;
    private final StopCall stopCall;
    private final Deque<Read<Optional<Prepared>>> prepared = new ArrayDeque<>();
    private final Deque<StartAnswer> starts = new ArrayDeque<>();
    private final Deque<Sighting> sightings = new ArrayDeque<>();
    private final Deque<Function<Run, Look>> looks = new ArrayDeque<>();
    private final Deque<StopAnswer> stops = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Runnable onCall = () -> {};

    private ScriptedProvider(String name, boolean listsRunsInProgress, StopCall stopCall) {
        this.name = name;
        this.listsRunsInProgress = listsRunsInProgress;
        this.stopCall = stopCall;
    }

    /** Like Hightouch: lists runs in progress, and has no stop call. */
    static ScriptedProvider listing() {
        return new ScriptedProvider("Hightouch", true, StopCall.NONE);
    }

    /** Like Stitch: lists a run only once it has ended, and stops whatever runs. */
    static ScriptedProvider silent() {
        return new ScriptedProvider("Stitch", false, StopCall.WHATEVER_RUNS);
    }

    /** Lists runs in progress, and stops one by its id. */
    static ScriptedProvider exact() {
        return new ScriptedProvider("Exact", true, StopCall.OUR_RUN);
    }

    ScriptedProvider prepares(Read<Optional<Prepared>> read) {
        prepared.add(read);
        return this;
    }

    ScriptedProvider answers(StartAnswer answer) {
        starts.add(answer);
        return this;
    }

    ScriptedProvider sights(Sighting sighting) {
        sightings.add(sighting);
        return this;
    }

    ScriptedProvider shows(Look look) {
        looks.add(run -> look);
        return this;
    }

    ScriptedProvider shows(Function<Run, Look> look) {
        looks.add(look);
        return this;
    }

    ScriptedProvider stops(StopAnswer answer) {
        stops.add(answer);
        return this;
    }

    /** Lets time pass with every call. */
    ScriptedProvider taking(Duration time, SettableClock clock) {
        onCall = () -> clock.pass(time);
        return this;
    }

    /** What it was asked, in order: prepare, start, find, look, stop. */
    List<String> asked() {
        return asked;
    }

    long starts() {
        return asked.stream().filter("start"::equals).count();
    }

    /** The last one of a script holds for all further calls. */
    private <T> T next(String call, Deque<T> script) {
        asked.add(call);
        onCall.run();
        return script.size() > 1 ? script.remove() : script.element();
    }

    @Override
    public Profile profile() {
        Pace pace = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1));
        return new Profile(name, pace, stopCall, listsRunsInProgress);
    }

    @Override
    public Read<Optional<Prepared>> prepare() {
        return next("prepare", prepared);
    }

    @Override
    public StartAnswer start(Run run) {
        return next("start", starts);
    }

    @Override
    public Sighting find(Run run) {
        return next("find", sightings);
    }

    @Override
    public Look look(Run run) {
        return next("look", looks).apply(run);
    }

    @Override
    public StopAnswer stop(Run run) {
        return next("stop", stops);
    }
}
