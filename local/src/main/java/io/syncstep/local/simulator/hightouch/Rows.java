package io.syncstep.local.simulator.hightouch;

/** A block of row counts, with the names that Hightouch gives them. */
public record Rows(long addedCount, long changedCount, long removedCount) {

    public static final Rows NONE = new Rows(0, 0, 0);

    Rows share(double share) {
        return new Rows(
                Math.round(addedCount * share), Math.round(changedCount * share), Math.round(removedCount * share));
    }

    Rows minus(Rows other) {
        return new Rows(
                addedCount - other.addedCount, changedCount - other.changedCount, removedCount - other.removedCount);
    }

    long sum() {
        return addedCount + changedCount + removedCount;
    }
}
