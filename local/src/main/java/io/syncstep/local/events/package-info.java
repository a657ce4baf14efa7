/** Plays EventBridge for a state machine: takes the events that it puts on a bus. */
@NullMarked
package io.syncstep.local.events;

import org.jspecify.annotations.NullMarked;
