package io.syncstep.local.simulator.dbt;

/** How a run can end, by the numbers of the API. */
public enum JobEnd {
    SUCCESS(10, "Success"),
    ERROR(20, "Error"),
    CANCELLED(30, "Cancelled");

    private final int status;
    private final String word;

    JobEnd(int status, String word) {
        this.status = status;
        this.word = word;
    }

    int status() {
        return status;
    }

    String word() {
        return word;
    }
}
