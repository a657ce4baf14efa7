package io.syncstep.http;

import io.syncstep.credentials.CredentialShape;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.Credentials;
import io.syncstep.testing.LocalServer;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Servers of this machine as the APIs of a provider, under an account with this token. */
final class Apis {

    static final CredentialShape SHAPE = new CredentialShape("apiKey", "Bearer", "https://host.invalid", List.of());
    static final String TOKEN = "tok-1234567890";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private Apis() {}

    static Api of(LocalServer server) {
        return of(Credentials.of("apiKey", TOKEN, server.url()));
    }

    static Api of(Credentials store) {
        return new Api(
                new Http(),
                store.account(ProviderName.HIGHTOUCH, SHAPE),
                new TimeBudget(Duration.ofSeconds(20)),
                clock());
    }

    static SettableClock clock() {
        return new SettableClock(NOW);
    }
}
