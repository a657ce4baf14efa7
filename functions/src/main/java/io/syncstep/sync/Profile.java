package io.syncstep.sync;

/**
 * What holds for all runs of a kind of task at a provider.
 *
 * @param name the provider's name as a person writes it: {@code Hightouch}
 * @param pace how often its runs are checked where the request does not say
 * @param stopCall what {@link Provider#stop} would stop
 * @param listsRunsInProgress whether a run can be found while it is queued or going; otherwise it shows once it has ended,
 *     or never
 */
public record Profile(String name, Pace pace, StopCall stopCall, boolean listsRunsInProgress) {}
