package io.syncstep.credentials;

import io.syncstep.sync.ProviderName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Credentials from AWS Secrets Manager: one secret per account, named {@code {prefix}{provider}/{account}}. */
public final class SecretsManagerCredentials implements CredentialStore {

    /** Below five minutes, within which a changed secret must take effect. */
    private static final Duration KEPT = Duration.ofMinutes(4);

    private record Kept(String text, Instant until) {}

    private final SecretsManagerClient client;
    private final String prefix;
    private final Clock clock;
    private final Map<String, Kept> cache = new ConcurrentHashMap<>();

    public SecretsManagerCredentials(SecretsManagerClient client, String prefix, Clock clock) {
        this.client = client;
        this.prefix = prefix;
        this.clock = clock;
    }

    @Override
    public String nameOf(ProviderName provider, String account) {
        return prefix + CredentialStore.super.nameOf(provider, account);
    }

    @Override
    public Optional<String> find(ProviderName provider, String account, Freshness freshness) {
        String name = nameOf(provider, account);
        Kept kept = cache.get(name);
        if (freshness == Freshness.CACHED && kept != null && clock.instant().isBefore(kept.until())) {
            return Optional.of(kept.text());
        }
        Optional<String> text = read(name);
        text.ifPresentOrElse(
                found -> cache.put(name, new Kept(found, clock.instant().plus(KEPT))), () -> cache.remove(name));
        return text;
    }

    private Optional<String> read(String name) {
        try {
            return Optional.ofNullable(
                    client.getSecretValue(secret -> secret.secretId(name)).secretString());
        } catch (ResourceNotFoundException | InvalidRequestException gone) {
            // Not there, or marked for deletion: to a user both are "not stored".
            return Optional.empty();
        } catch (SdkException failure) {
            throw new CredentialStoreUnavailable(
                    "Secrets Manager did not give " + name + ": " + failure.getMessage(), failure);
        }
    }
}
