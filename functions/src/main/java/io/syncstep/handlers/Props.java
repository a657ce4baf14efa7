package io.syncstep.handlers;

import io.syncstep.credentials.SecretsManagerCredentials;
import io.syncstep.http.Http;
import io.syncstep.http.Limits;
import io.syncstep.rehearsal.Stage;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What a function works with in a rehearsal: its own code throughout, which talks to the stage. */
record Props(Stage stage, Http http) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Finds in Secrets Manager what the stage gives in its place. */
    Wiring wiring() {
        Clock clock = Clock.systemUTC();
        return new Wiring(
                clock,
                new SecretsManagerCredentials(client(Wiring.secretsManager()), "rehearsal/", clock),
                new Limits(PATIENCE, PATIENCE, PATIENCE));
    }

    /** A client of AWS that talks to the stage. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(stage.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(stage::trusted))
                .build();
    }
}
