package io.syncstep.local.cli;

import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.overview.AccountName;
import io.syncstep.sync.ProviderName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which accounts are shown: those that are configured, else one of each simulator. */
final class ShownAccounts {

    private static final String DEFAULT = "default";

    private ShownAccounts() {}

    static List<AccountName> simulated() {
        return Stream.of(ProviderName.values())
                .map(provider -> new AccountName(provider, DEFAULT))
                .toList();
    }

    /**
     * By provider, then by name.
     *
     * @throws Unusable when a name is not understood: it would be an account that silently is missing
     */
    static List<AccountName> configured(EnvironmentCredentials stored) {
        stored.names().stream()
                .filter(name -> AccountName.parse(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new Unusable("%s has an entry %s, and there is no such provider."
                            .formatted(EnvironmentCredentials.VARIABLE, name));
                });
        return stored.names().stream()
                .map(AccountName::parse)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }
}
