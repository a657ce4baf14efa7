package io.syncstep.sync;

/** A request that breaks a rule. The message names the field, the rule and the value: {@code a must be b, got c}. */
public final class InvalidRequest extends RuntimeException {

    private final String words;

    public InvalidRequest(String message) {
        super(message);
        this.words = message;
    }

    /**
     * A broken rule.
     *
     * @param rule what the field must be, as a sentence's end: {@code must be 60..86400}
     * @param value the value as the user wrote it
     */
    public InvalidRequest(String field, String rule, String value) {
        this(field + " " + rule + ", got " + value);
    }

    /** For a person. */
    public String words() {
        return words;
    }
}
