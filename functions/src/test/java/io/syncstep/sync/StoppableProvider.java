package io.syncstep.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A provider that is only asked for a run and to stop one, and notes it. */
final class StoppableProvider implements Provider {

    final List<String> calls = new ArrayList<>();
    StopCall stopCall = StopCall.WHATEVER_RUNS;
    StopAnswer answer = new StopAnswer.Stopped();
    Sighting sighting = new Sighting.None();

    @Override
    public Sighting find(Run run) {
        Doubt doubt = Objects.requireNonNull(run.start().doubt());
        calls.add("find since " + doubt.sentAt());
        return sighting;
    }

    @Override
    public StopAnswer stop(Run run) {
        calls.add("stop " + run.runId());
        return answer;
    }

    @Override
    public Profile profile() {
        Pace pace = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(23));
        return new Profile("Stitch", pace, stopCall, false);
    }

    @Override
    public Read<Optional<Prepared>> prepare() {
        throw new AssertionError("not to be asked");
    }

    @Override
    public StartAnswer start(Run run) {
        throw new AssertionError("nothing is ever started");
    }

    @Override
    public Look look(Run run) {
        throw new AssertionError("stop looks by itself");
    }
}
