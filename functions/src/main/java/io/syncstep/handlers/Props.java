package io.syncstep.handlers;

import io.syncstep.http.Http;
import io.syncstep.rehearsal.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * What a function works with in a rehearsal: its own code throughout, which talks to the stage.
 *
 * @param patience with each call
 * @param clients those of AWS, closed with this: each has a thread
 */
record Props(Stage stage, Http http, Duration patience, List<SdkClient> clients) implements AutoCloseable {

    /** The usual way to credentials asks for profiles, too; those of whoever tests this are no concern of a rehearsal. */
    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    Props(Stage stage, Http http, Duration patience) {
        this(stage, http, patience, new ArrayList<>());
    }

    /**
     * A client of AWS that talks to the stage. It finds its credentials in the usual way, apart from that of all others:
     * there, {@link StagedRole} has put those of the rehearsal.
     */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        C client = builder.region(Region.US_EAST_1)
                .credentialsProvider(DefaultCredentialsProvider.builder()
                        .profileFile(NO_PROFILES)
                        .build())
                .overrideConfiguration(rehearsing(builder.overrideConfiguration()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(stage::trusted))
                .build();
        clients.add(client);
        return client;
    }

    private ClientOverrideConfiguration rehearsing(ClientOverrideConfiguration usual) {
        return usual.toBuilder()
                .apiCallAttemptTimeout(patience)
                .apiCallTimeout(patience)
                .addExecutionInterceptor(new ToStage(stage.awsUri()))
                .build();
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
    }
}
