package io.syncstep.local.faults;

import java.util.Set;

/** What the contract (sections 4 and 9) lets an execution end with, for each cell of the table. */
final class Law {

    private Law() {}

    static Set<String> outcomes(Cell cell, Fate fate) {
        Kind kind = cell.kind();
        return switch (cell.place()) {
            case BEFORE_THE_START -> kind.lasting() ? forGood(kind, "ProviderError") : Set.of(fate.outcome());
            case START_NOT_PROCESSED -> startNotProcessed(cell, fate);
            case START_PROCESSED -> Set.of(fate.outcome());
            case LOST_RUN -> kind.lasting() ? lostForGood(kind) : Set.of(fate.outcome());
            case FIRST_CHECK, LATER_CHECK -> kind.lasting() ? forGood(kind, "SyncTimedOut") : Set.of(fate.outcome());
            case AT_THE_LIMIT -> kind.lasting() ? forGood(kind, "SyncTimedOut") : Set.of(fate.outcome());
            case THE_STOP -> Set.of("SyncTimedOut");
        };
    }

    private static Set<String> startNotProcessed(Cell cell, Fate fate) {
        Kind kind = cell.kind();
        boolean canBeKnown = cell.side().listsRunsInProgress();
        return switch (kind.nature()) {
            case SURELY_NOT_PROCESSED -> Set.of(fate.outcome());
            case SURELY_REJECTED -> Set.of(refusal(kind));
            case IN_DOUBT -> Set.of("TriggerUnconfirmed");
            case HARMLESS, ANSWERED_IN_DOUBT -> Set.of(canBeKnown ? "ProviderError" : "TriggerUnconfirmed");
            case PERHAPS_ANSWERED ->
                canBeKnown ? Set.of("ProviderError", "TriggerUnconfirmed") : Set.of("TriggerUnconfirmed");
            case IN_DOUBT_AND_REPEATED ->
                !kind.lasting() ? Set.of(fate.outcome()) : Set.of(canBeKnown ? "ProviderError" : "TriggerUnconfirmed");
        };
    }

    private static Set<String> lostForGood(Kind kind) {
        return Set.of(kind.isOfThePlatform() ? "Lambda.ServiceException" : "TriggerUnconfirmed");
    }

    private static Set<String> forGood(Kind kind, String withoutAnswer) {
        if (kind.isOfThePlatform()) {
            return Set.of("Lambda.ServiceException");
        }
        return Set.of(kind.nature() == Kind.Nature.SURELY_REJECTED ? refusal(kind) : withoutAnswer);
    }

    private static String refusal(Kind kind) {
        return switch (kind.name().substring(0, 3)) {
            case "401" -> "Unauthorized";
            case "404" -> "NotFound";
            default -> "ProviderError";
        };
    }
}
