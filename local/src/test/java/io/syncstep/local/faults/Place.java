package io.syncstep.local.faults;

import static io.syncstep.local.faults.Purpose.CHECK;
import static io.syncstep.local.faults.Purpose.FIND;
import static io.syncstep.local.faults.Purpose.LAST_LOOK;
import static io.syncstep.local.faults.Purpose.LOOK_UP;
import static io.syncstep.local.faults.Purpose.START;
import static io.syncstep.local.faults.Purpose.STOP;

import io.syncstep.local.simulator.wire.Damage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a fault strikes: a column of the table, and the execution that is struck there. */
enum Place {
    BEFORE_THE_START("look-up before the start", LOOK_UP, 1, false),
    START_NOT_PROCESSED("start call, not processed", START, 1, false),
    START_PROCESSED("start call, processed", START, 1, true),
    LOST_RUN("look for a lost run", FIND, 1, true),
    FIRST_CHECK("first check", CHECK, 1, true),
    LATER_CHECK("later check", CHECK, 2, true),
    AT_THE_LIMIT("last look", LAST_LOOK, 1, true),
    THE_STOP("stop call", STOP, 1, true);

    private final String title;
    private final Purpose purpose;
    private final int from;
    private final boolean done;

    Place(String title, Purpose purpose, int from, boolean done) {
        this.title = title;
        this.purpose = purpose;
        this.from = from;
        this.done = done;
    }

    String title() {
        return title;
    }

    /** Whether such a fault can strike there at this provider at all. */
    boolean isReachable(Side side, Kind kind) {
        return switch (this) {
            case BEFORE_THE_START -> side.listsRunsInProgress() || kind.isOfThePlatform();
            case START_PROCESSED -> kind.canFollowProcessing() && !kind.lasting();
            case THE_STOP -> side.canStop();
            case START_NOT_PROCESSED, LOST_RUN, FIRST_CHECK, LATER_CHECK, AT_THE_LIMIT -> true;
        };
    }

    String fields() {
        return switch (this) {
            case BEFORE_THE_START -> ",\"ifRunning\":\"attach\",\"timeoutSeconds\":600";
            case AT_THE_LIMIT, THE_STOP -> ",\"timeoutSeconds\":60";
            default -> ",\"timeoutSeconds\":600";
        };
    }

    /** At the limit it ends between the check before and the deadline. */
    Duration length() {
        return this == AT_THE_LIMIT ? Duration.ofSeconds(58) : Duration.ofSeconds(100);
    }

    List<Fate> fates() {
        return this == THE_STOP ? List.of(Fate.NEVER_ENDS) : List.of(Fate.SUCCEEDS, Fate.FAILS);
    }

    /** What the execution meets in any case: a run gets lost before it is looked for. */
    List<Strike> undisturbed() {
        Mishap drop = new Mishap.OnTheWire(stage -> new Damage.Drop(), false);
        return this == LOST_RUN ? List.of(new Strike("lost", Set.of(START), 1, 1, true, drop)) : List.of();
    }

    List<Strike> strikes(Side side, Kind kind) {
        boolean neverRan = kind.isOfThePlatform() && kind.nature() == Kind.Nature.SURELY_NOT_PROCESSED;
        Mishap mishap = kind.mishap().apply(side);
        int to = kind.lasting() ? Integer.MAX_VALUE : from;
        Strike strike = new Strike(kind.name(), Set.of(purpose), from, to, done && !neverRan, mishap);
        Strike last = new Strike(kind.name(), Set.of(LAST_LOOK), 1, to, done && !neverRan, mishap);
        boolean lastsToTheEnd = purpose == CHECK && kind.lasting();
        return Stream.of(undisturbed(), List.of(strike), lastsToTheEnd ? List.of(last) : List.<Strike>of())
                .flatMap(List::stream)
                .toList();
    }
}
