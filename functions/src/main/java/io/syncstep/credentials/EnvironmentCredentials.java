package io.syncstep.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.sync.ProviderName;
import java.util.Optional;

/** Credentials from the text of an environment variable, for local runs: {@code {"hightouch/default":{…}}}. */
public final class EnvironmentCredentials implements CredentialStore {

    /** The variable that holds them. Empty means absent. */
    public static final String VARIABLE = "SYNCSTEP_CREDENTIALS";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode entries;

    /**
     * Reads the variable's text.
     *
     * @throws CredentialNotFound when it is not a JSON object; the message does not quote it
     */
    public EnvironmentCredentials(String text) {
        this.entries = parse(text);
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            // Its message quotes the text, which may hold tokens: nothing of it may go on.
            throw new CredentialNotFound(VARIABLE + " must be a JSON object, and is not JSON.");
        }
        throw new CredentialNotFound(VARIABLE + " must be a JSON object.");
    }

    /** Whether any account of the provider has an entry. */
    public boolean has(ProviderName provider) {
        return entries.propertyStream().anyMatch(entry -> entry.getKey().startsWith(provider.word() + "/"));
    }

    @Override
    public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
        JsonNode entry = entries.get(CredentialStore.super.nameOf(provider, account));
        return Optional.ofNullable(entry).map(JsonNode::toString);
    }

    @Override
    public String nameOf(ProviderName provider, String account) {
        return CredentialStore.super.nameOf(provider, account) + " in " + VARIABLE;
    }
}
