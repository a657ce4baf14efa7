package io.syncstep.local.cli;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStore;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import java.util.Map;
import java.util.Optional;

/** Credentials for a local run: those of {@code SYNCSTEP_CREDENTIALS}; a provider without any there is simulated. */
record LocalCredentials(EnvironmentCredentials stored, Simulators simulators) implements CredentialStore {

    /**
     * What the environment holds; absent and empty are the same.
     *
     * @throws Unusable when it is not a JSON object, whose message does not quote it, or when it has an entry of a provider that
     *     there is not: the one that was meant would be played by a simulator in silence
     */
    static EnvironmentCredentials stored(Map<String, String> environment) {
        var text = environment.getOrDefault(EnvironmentCredentials.VARIABLE, "");
        try {
            return ofKnownProviders(new EnvironmentCredentials(text.isEmpty() ? "{}" : text));
        } catch (CredentialNotFound e) {
            throw new Unusable(e.words(), e);
        }
    }

    private static EnvironmentCredentials ofKnownProviders(EnvironmentCredentials stored) {
        stored.names().stream()
                .filter(name -> AccountName.parse(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new Unusable("%s has an entry %s, and there is no such provider."
                            .formatted(EnvironmentCredentials.VARIABLE, name));
                });
        return stored;
    }

    @Override
    public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
        return stored.has(provider)
                ? stored.find(provider, account, freshness)
                : Optional.of(SimulatedCredential.of(provider, account, simulators));
    }

    @Override
    public String nameOf(ProviderName provider, String account) {
        return stored.nameOf(provider, account);
    }
}
