package io.syncstep.local.page;

import io.syncstep.overview.Overview;
import java.time.Instant;

/** The tasks, and when the providers were asked for them. */
public record Seen(Overview overview, Instant at) {}
