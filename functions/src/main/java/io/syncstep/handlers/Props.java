package io.syncstep.handlers;

import io.syncstep.http.Http;
import io.syncstep.rehearsal.Stage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * What a function works with in a rehearsal: its own code throughout, which talks to the stage.
 *
 * @param clients those of AWS, closed with this: each has a thread
 */
record Props(Stage stage, Http http, List<SdkClient> clients) implements AutoCloseable {

    Props(Stage stage, Http http) {
        this(stage, http, new ArrayList<>());
    }

    /** A client of AWS that talks to the stage. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        C client = builder.endpointOverride(stage.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(stage::trusted))
                .build();
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
    }
}
