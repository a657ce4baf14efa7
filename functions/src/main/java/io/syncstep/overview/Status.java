package io.syncstep.overview;

/** How a task stands, in the words that people know from the providers' own screens. In order: the worst first. */
public enum Status {
    FAILING("Failing", Tone.BAD),
    ABORTED_OR_FAILED("Aborted/Failed", Tone.BAD),
    SYSTEM_PAUSED("System paused", Tone.BAD),
    WARNING("Warning", Tone.BAD),
    CANCELLED("Cancelled", Tone.IDLE),
    /** The provider said nothing that is known here, or could not be asked. */
    UNKNOWN("Unknown", Tone.IDLE),
    INCOMPLETE("Incomplete", Tone.BUSY),
    IN_PROGRESS("In Progress", Tone.BUSY),
    RUNNING("Running", Tone.BUSY),
    PREPARING("Preparing", Tone.BUSY),
    QUERYING("Querying", Tone.BUSY),
    QUEUED("Queued", Tone.BUSY),
    PENDING("Pending", Tone.IDLE),
    HEALTHY("Healthy", Tone.GOOD),
    NOT_CONFIGURED("Not configured", Tone.IDLE),
    DISABLED("Disabled", Tone.IDLE);

    /** What a person should make of it at first sight. */
    public enum Tone {
        GOOD,
        BAD,
        BUSY,
        IDLE
    }

    private final String word;
    private final Tone tone;

    Status(String word, Tone tone) {
        this.word = word;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    public Tone tone() {
        return tone;
    }
}
