package io.syncstep.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.syncstep.sync.ProviderName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Credentials from the text of an environment variable, for local runs: {@code {"hightouch/default":{…}}}. */
public final class EnvironmentCredentials implements CredentialStore, AccountNames {

    /** The variable that holds them. Empty means absent. */
    public static final String VARIABLE = "SYNCSTEP_CREDENTIALS";

    /** Strict: what stands behind the object, or twice in it, may be the credential that was meant. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern ENTRY = Pattern.compile("[a-z]+/[A-Za-z0-9_-]{1,64}");

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
                refuseUnnamed(node);
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            // Its message quotes the text, which may hold tokens: nothing of it may go on.
            throw new CredentialNotFound(VARIABLE + " must be a JSON object without repeated keys, and is not.");
        }
        throw new CredentialNotFound(VARIABLE + " must be a JSON object.");
    }

    private static void refuseUnnamed(JsonNode entries) {
        entries.fieldNames().forEachRemaining(name -> {
            if (!ENTRY.matcher(name).matches()) {
                throw new CredentialNotFound(
                        VARIABLE + " must have entries named provider/account, such as hightouch/default.");
            }
        });
    }

    /** Whether any account of the provider has an entry. */
    public boolean has(ProviderName provider) {
        return entries.propertyStream().anyMatch(entry -> entry.getKey().startsWith(provider.word() + "/"));
    }

    /** The names of all entries, in their order: {@code hightouch/default}. */
    @Override
    public List<String> names() {
        return entries.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Override
    public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
        JsonNode entry = entries.get(CredentialStore.super.nameOf(provider, account));
        // Not by a lambda: in AWS this never runs, so that no rehearsal has linked it, and `sam local` would wait for
        // that.
        return entry == null ? Optional.empty() : Optional.of(entry.toString());
    }

    @Override
    public String nameOf(ProviderName provider, String account) {
        return CredentialStore.super.nameOf(provider, account) + " in " + VARIABLE;
    }
}
