package io.syncstep.local.endtoend;

import io.syncstep.credentials.CredentialStore;
import io.syncstep.sync.ProviderName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The credentials of a stage. */
final class StoredCredentials {

    private final Map<String, String> stored = new HashMap<>();
    private int expired;

    /** Stores that of an account, such as {@code hightouch/acme}. */
    void store(String account, String credential) {
        stored.put(account, credential);
    }

    void forget(String account) {
        stored.remove(account);
    }

    /** From now on everybody reads everything anew, as five minutes later. */
    void expire() {
        expired++;
    }

    /** What a function reads them through. It keeps what it has read until it is asked for fresh, as Secrets Manager's cache does. */
    CredentialStore cache() {
        return new Cache();
    }

    private final class Cache implements CredentialStore {

        private final Map<String, String> read = new ConcurrentHashMap<>();

        @Override
        public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
            String name = provider.word() + "/" + account;
            String cached = name + " " + expired;
            if (freshness == Freshness.FRESH) {
                read.remove(cached);
            }
            return Optional.ofNullable(read.computeIfAbsent(cached, ignored -> stored.get(name)));
        }
    }
}
