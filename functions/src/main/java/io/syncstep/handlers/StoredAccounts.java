package io.syncstep.handlers;

import io.syncstep.credentials.AccountNames;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.credentials.SecretNames;

/** Where the names of the accounts are found: apart from {@link Wiring}, since but one function may list secrets. */
final class StoredAccounts {

    private StoredAccounts() {}

    /** As in AWS: the secrets under the prefix, unless {@code SYNCSTEP_CREDENTIALS} is set. */
    static AccountNames ofLambda() {
        String local = System.getenv().getOrDefault(EnvironmentCredentials.VARIABLE, "");
        return local.isEmpty()
                ? new SecretNames(Wiring.Secrets.CLIENT, Wiring.prefix())
                // Read when it is asked for: a malformed one must show in the widget, not fail the start of the
                // function.
                : () -> new EnvironmentCredentials(local).names();
    }
}
