package io.syncstep.local.simulator.stitch;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of an extraction from its start on.
 *
 * @param ends false for one that stays in its last phase for ever
 * @param listedAfter how long after its completion the list shows it
 * @param keepsLog whether its log can be read
 * @param next an extraction of the same source that Stitch itself starts a second after the end of this one
 */
public record ExtractionScript(
        Phase discovery,
        Phase tap,
        Phase target,
        boolean ends,
        Duration listedAfter,
        boolean keepsLog,
        Optional<ExtractionScript> next) {

    /** Three phases, at once in the list when they are over. */
    public static ExtractionScript of(Phase discovery, Phase tap, Phase target) {
        return new ExtractionScript(discovery, tap, target, true, Duration.ZERO, true, Optional.empty());
    }

    /** The usual course of 24 s. */
    public static ExtractionScript succeeding() {
        return of(Phase.succeeds(5), Phase.succeeds(15), Phase.succeeds(4));
    }

    /** One that succeeds after this time. */
    public static ExtractionScript succeedingAfter(Duration time) {
        return of(Phase.succeeds(0), new Phase(time, 0, null), Phase.succeeds(0));
    }

    public ExtractionScript endless() {
        return new ExtractionScript(discovery, tap, target, false, listedAfter, keepsLog, next);
    }

    public ExtractionScript listedAfter(Duration time) {
        return new ExtractionScript(discovery, tap, target, ends, time, keepsLog, next);
    }

    public ExtractionScript withoutLog() {
        return new ExtractionScript(discovery, tap, target, ends, listedAfter, false, next);
    }

    /** The list never shows this one: by the time it would, it shows the next, which was quick. */
    public ExtractionScript superseded() {
        var quick = Optional.of(succeedingAfter(Duration.ofSeconds(1)));
        return new ExtractionScript(discovery, tap, target, ends, Duration.ofSeconds(3), keepsLog, quick);
    }

    Duration lasts() {
        return discovery.lasts().plus(tap.lasts()).plus(target.lasts());
    }
}
