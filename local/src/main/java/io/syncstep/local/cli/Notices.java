package io.syncstep.local.cli;

import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.sync.ProviderName;

/** What a person is told besides. */
final class Notices {

    private Notices() {}

    static String simulated(ProviderName provider) {
        return "%s is played by the built-in simulator: %s holds no credential for it."
                .formatted(provider.title(), EnvironmentCredentials.VARIABLE);
    }
}
