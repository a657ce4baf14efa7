package io.syncstep.sync;

import java.time.Duration;

/**
 * A provider's bounds on the time between two checks.
 *
 * @param min default lower bound
 * @param max default upper bound
 * @param floor never less, whatever a request says: what the provider's own limits on calls leave
 */
public record Pace(Duration min, Duration max, Duration floor) {}
