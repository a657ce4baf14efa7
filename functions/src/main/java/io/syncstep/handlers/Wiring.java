package io.syncstep.handlers;

import io.syncstep.credentials.CredentialStore;
import java.time.Clock;

/** What the handlers take from the world around them: the time, and the store of credentials. */
public record Wiring(Clock clock, CredentialStore credentials) {}
