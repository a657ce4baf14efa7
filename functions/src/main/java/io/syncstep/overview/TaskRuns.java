package io.syncstep.overview;

/** The latest runs of one task, as a provider's own package reads them. A further provider is one class of this kind. */
public interface TaskRuns {

    /**
     * Reads the latest runs, the newest first, at most 20 and as many as the provider tells. Where they can't be read, it tells so,
     * with what was read before. A task that does not exist is a problem too.
     *
     * @param taskId as in {@link TaskState#taskId()}
     * @throws io.syncstep.credentials.CredentialNotFound when no usable credential is stored
     */
    Listed<PastRun> read(String taskId);
}
