package io.syncstep.sync;

/** Every way an execution can fail, under the name that it has in the execution's {@code Error}. */
public enum SyncError {
    /** The request breaks a rule; nothing was called. Correct the request. */
    INVALID_REQUEST("InvalidRequest"),
    /** The provider refuses the credential (401), a fresh one too. Store a valid one. */
    UNAUTHORIZED("Unauthorized"),
    /** The provider knows no such task (404). Check the id. */
    NOT_FOUND("NotFound"),
    /** The provider refused with another code that did not pass. Its message says why. */
    PROVIDER_ERROR("ProviderError"),
    /** No usable credential is stored for provider and account. Store one. */
    CREDENTIAL_NOT_FOUND("CredentialNotFound"),
    /** A run is in progress and {@code ifRunning} is {@code fail}. Nothing was started. */
    ALREADY_RUNNING("AlreadyRunning"),
    /** Nobody knows whether the start call started a run. Look at the provider before trying again. */
    TRIGGER_UNCONFIRMED("TriggerUnconfirmed"),
    /** The run ended in failure. */
    SYNC_FAILED("SyncFailed"),
    /** The run was cancelled or stopped at the provider. */
    SYNC_CANCELLED("SyncCancelled"),
    /** The run was interrupted, and no run that resumes it appeared. */
    SYNC_INTERRUPTED("SyncInterrupted"),
    /** The provider no longer tells how the run ended. */
    OUTCOME_UNKNOWN("OutcomeUnknown"),
    /** Not finished within {@code timeoutSeconds}. */
    SYNC_TIMED_OUT("SyncTimedOut");

    private final String word;

    SyncError(String word) {
        this.word = word;
    }

    /** The name as users, other workflows and rules see it. */
    public String word() {
        return word;
    }
}
