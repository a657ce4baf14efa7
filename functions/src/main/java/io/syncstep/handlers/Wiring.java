package io.syncstep.handlers;

import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.credentials.CredentialStore;
import io.syncstep.credentials.EnvironmentCredentials;
import io.syncstep.credentials.SecretsManagerCredentials;
import io.syncstep.http.Limits;
import io.syncstep.sync.CheckCost;
import io.syncstep.tls.Trust;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * What the handlers take from the world around them: the time, the store of credentials, the patience with providers, and
 * what a check is worth.
 */
public record Wiring(Clock clock, CredentialStore credentials, Limits limits, CheckCost checkCost) {

    /** Made when a function first asks for it, which is in init; one for all, since each would connect and ask who it is. */
    static final class Secrets {
        static final SecretsManagerClient CLIENT = secretsManager().build();

        private Secrets() {}
    }

    /** With the usual limits and the usual cost of a check. */
    public Wiring(Clock clock, CredentialStore credentials) {
        this(clock, credentials, Limits.USUAL);
    }

    /** With the usual cost of a check. */
    public Wiring(Clock clock, CredentialStore credentials, Limits limits) {
        this(clock, credentials, limits, CheckCost.USUAL);
    }

    /** As in AWS: the real time, and Secrets Manager unless {@code SYNCSTEP_CREDENTIALS} is set (in {@code sam local}). */
    static Wiring ofLambda() {
        Clock clock = Clock.systemUTC();
        String local = System.getenv().getOrDefault(EnvironmentCredentials.VARIABLE, "");
        CredentialStore store = local.isEmpty() ? secretsManager(clock) : environment(local);
        return new Wiring(clock, store, Limits.USUAL, CheckCost.of(System.getenv(CheckCost.VARIABLE)));
    }

    /** As in a rehearsal: finds in Secrets Manager what the stage gives in its place. */
    static Wiring of(Props props) {
        Clock clock = Clock.systemUTC();
        SecretsManagerClient client = props.client(secretsManager());
        return new Wiring(
                clock,
                new SecretsManagerCredentials(client, "rehearsal/", clock),
                new Limits(props.patience(), props.patience(), props.patience()));
    }

    private static CredentialStore secretsManager(Clock clock) {
        return new SecretsManagerCredentials(Secrets.CLIENT, prefix(), clock);
    }

    /** With what the names of the secrets begin. */
    static String prefix() {
        return Optional.ofNullable(System.getenv("SYNCSTEP_SECRET_PREFIX")).orElse("syncstep/");
    }

    /** The same with another patience. */
    Wiring with(Limits other) {
        return new Wiring(clock, credentials, other, checkCost);
    }

    /** Patient for 5 s in all, of the 20 s that a function has. */
    static SecretsManagerClientBuilder secretsManager() {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(Trust::managers))
                .overrideConfiguration(limits ->
                        limits.apiCallAttemptTimeout(Duration.ofSeconds(2)).apiCallTimeout(Duration.ofSeconds(5)));
    }

    /** A malformed variable must fail each sync with its name, not the start of the function with a stack trace. */
    private static CredentialStore environment(String text) {
        try {
            return new EnvironmentCredentials(text);
        } catch (CredentialNotFound malformed) {
            return (provider, account, freshness) -> {
                throw malformed;
            };
        }
    }
}
