package io.syncstep.sync;

import java.util.Optional;

/**
 * What is known before the start.
 *
 * @param taskId the task's id, looked up where the request names it otherwise
 * @param runInProgress the run of the task that is in progress, where that was asked for and can be seen
 */
public record Prepared(String taskId, Optional<String> runInProgress) {}
