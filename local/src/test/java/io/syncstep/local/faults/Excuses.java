package io.syncstep.local.faults;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which ends the faults that did strike can account for (section 9 of the contract). */
record Excuses(Plan plan, Played played) {

    private static final Set<String> DOUBTLESS =
            Set.of("connection refused", "429", "429, `Retry-After: 40`", "`Lambda.TooManyRequestsException`");

    /** The answer to a start call was lost. */
    boolean startInDoubt() {
        return struck(strike -> strike.purposes().contains(Purpose.START) && !DOUBTLESS.contains(strike.name())) > 0;
    }

    /** A start call was refused or could not be sent, or the look-up before it failed until it gave up. */
    boolean nothingWasStarted() {
        return struck(strike -> strike.purposes().contains(Purpose.START)) > 0
                || struck(strike -> strike.purposes().contains(Purpose.LOOK_UP)) > 0;
    }

    /** Checks were refused three times in a row, or more. */
    boolean checksRefused() {
        return struck(strike -> isCheck(strike) && strike.name().matches("(400|403|404|408|301).*")) > 2;
    }

    /** The last look brought no answer, and its repetition neither. */
    boolean lastLookFailed() {
        return struck(strike -> strike.purposes().contains(Purpose.LAST_LOOK)) > 1;
    }

    boolean platformFailed() {
        return struck(strike -> strike.mishap() instanceof Mishap.InThePlatform) > 5;
    }

    /** The seconds that lost answers, the platform's retries and repeated last looks may take beyond the deadline. */
    long lateness() {
        long platform = struck(strike -> strike.mishap() instanceof Mishap.InThePlatform);
        boolean lookedAgain = struck(strike -> strike.purposes().contains(Purpose.LAST_LOOK)) > 0;
        return 30 + 130 * platform + (lookedAgain ? 80 : 0);
    }

    private static boolean isCheck(Strike strike) {
        return strike.purposes().contains(Purpose.CHECK) || strike.purposes().contains(Purpose.LAST_LOOK);
    }

    private long struck(Predicate<Strike> which) {
        List<Strike> all = played.struck();
        return all.stream().filter(which).count();
    }
}
