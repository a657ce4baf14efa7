package io.syncstep.overview;

/** The tasks of one account, as a provider's own package reads them. A further provider is one class of this kind. */
public interface TaskList {

    /**
     * Reads all of them, in the provider's order. Where a list can't be read, it tells so, with what was read before.
     *
     * @throws io.syncstep.credentials.CredentialNotFound when no usable credential is stored
     */
    Listed<TaskState> read();
}
