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

    /** By provider, then by name. That each names a provider, {@link LocalCredentials} has seen to. */
    static List<AccountName> configured(EnvironmentCredentials stored) {
        return stored.names().stream()
                .map(AccountName::parse)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }
}
