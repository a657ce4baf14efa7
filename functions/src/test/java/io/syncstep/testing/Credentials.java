package io.syncstep.testing;

import io.syncstep.credentials.Account;
import io.syncstep.credentials.CredentialShape;
import io.syncstep.credentials.CredentialStore;
import io.syncstep.sync.ProviderName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store whose one credential can be changed, and that counts what it was asked. */
public final class Credentials implements CredentialStore {

    private String text;
    private final List<Freshness> reads = new ArrayList<>();

    public Credentials(String text) {
        this.text = text;
    }

    /** {@code {"tokenField":"token","baseUrl":"url"}}. */
    public static Credentials of(String tokenField, String token, String baseUrl) {
        return new Credentials(json(tokenField, token, baseUrl));
    }

    public static String json(String tokenField, String token, String baseUrl) {
        return "{\"" + tokenField + "\":\"" + token + "\",\"baseUrl\":\"" + baseUrl + "\"}";
    }

    public void store(String latest) {
        text = latest;
    }

    public List<Freshness> reads() {
        return reads;
    }

    public Account account(ProviderName provider, CredentialShape shape) {
        return new Account(this, provider, "default", shape);
    }

    @Override
    public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
        reads.add(freshness);
        return Optional.of(text);
    }
}
