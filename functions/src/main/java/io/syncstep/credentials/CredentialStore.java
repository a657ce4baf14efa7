package io.syncstep.credentials;

import io.syncstep.sync.ProviderName;
import java.util.Optional;

/** Where the credentials of the providers' accounts are kept: one JSON object per provider and account. */
public interface CredentialStore {

    /** Whether an answer may come from a cache. */
    enum Freshness {
        /** At most five minutes old. */
        CACHED,
        /** Read from the store now: after a 401. */
        FRESH
    }

    /**
     * Finds the credential of an account.
     *
     * @return the text of the stored JSON object, or empty when none is stored
     * @throws CredentialStoreUnavailable when the store did not answer; asking again later may help
     */
    Optional<String> find(ProviderName provider, String account, Freshness freshness);

    /** The name under which the credential is kept, for messages: {@code syncstep/hightouch/default}. */
    default String nameOf(ProviderName provider, String account) {
        return provider.word() + "/" + account;
    }
}
