package io.syncstep.local.simulator.dbt;

/**
 * A job as somebody set it up.
 *
 * @param scheduled whether dbt Cloud itself runs it by cron
 * @param deleted such a job stays in the list
 */
public record Job(long id, String name, boolean scheduled, boolean deleted) {

    /** A job that nothing runs but the API. */
    public static Job plain(long id, String name) {
        return new Job(id, name, false, false);
    }
}
