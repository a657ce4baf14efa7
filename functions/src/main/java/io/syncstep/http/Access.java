package io.syncstep.http;

import io.syncstep.credentials.Account;
import io.syncstep.credentials.Credential;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStoreUnavailable;
import io.syncstep.credentials.Secret;
import io.syncstep.sync.Read;
import io.syncstep.sync.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The credential of an account, read again after a 401.
 *
 * @param account whose it is
 * @param clock for the time of a trouble
 * @param lenient whether a missing credential is a trouble that may pass; else it ends the call with {@link CredentialNotFound}
 */
record Access(Account account, Clock clock, boolean lenient) {

    Read<Credential> authenticate() {
        try {
            return new Read.Got<>(account.credential());
        } catch (CredentialStoreUnavailable unavailable) {
            return new Read.Unanswered<>(trouble(unavailable.words()));
        } catch (CredentialNotFound missing) {
            return new Read.Unanswered<>(trouble(troubleOrEnd(missing)));
        }
    }

    /** Reads it again for a call that is repeated whatever is stored by now. Tells what stands against that, if anything does. */
    Optional<Trouble> renewToRead() {
        try {
            account.renew();
            return Optional.empty();
        } catch (CredentialStoreUnavailable unavailable) {
            return Optional.of(trouble("401 Unauthorized, and the credential could not be read again"));
        } catch (CredentialNotFound missing) {
            return Optional.of(trouble("401 Unauthorized. " + troubleOrEnd(missing)));
        }
    }

    /** Reads it again for a call that is repeated only where another one is stored by now: tells whether one is. */
    boolean renewToWrite() {
        try {
            return account.renew();
        } catch (CredentialStoreUnavailable unavailable) {
            // The 401 stands, and is what the user is told.
            return false;
        } catch (CredentialNotFound missing) {
            // Likewise.
            return false;
        }
    }

    private String troubleOrEnd(CredentialNotFound missing) {
        if (lenient) {
            return missing.words();
        }
        throw missing;
    }

    /** What must not be told on. */
    Set<Secret> tokens() {
        return account.tokens();
    }

    Instant now() {
        return clock.instant();
    }

    /** A trouble of this moment. */
    Trouble trouble(String what) {
        return new Trouble(what, now(), null);
    }
}
