package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.testing.LocalServer;
import io.syncstep.testing.LocalServer.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The names of the secrets under the prefix, over HTTP. */
class SecretNamesTest {

    @Test
    void allPagesAreReadAndOtherSecretsLeftOut() {
        try (LocalServer server = LocalServer.answering(
                Response.json(
                        200,
                        "{\"SecretList\":[{\"Name\":\"syncstep/hightouch/default\"},{\"Name\":\"Syncstep/other\"},{}],\"NextToken\":\"2\"}"),
                Response.json(200, "{\"SecretList\":[{\"Name\":\"syncstep/stitch/acme\"}]}"))) {
            SecretNames names = new SecretNames(client(server), "syncstep/");

            assertThat(names.names()).containsExactly("hightouch/default", "stitch/acme");

            assertThat(server.calls()).hasSize(2).allSatisfy(call -> {
                assertThat(call.header("X-Amz-Target")).isEqualTo("secretsmanager.ListSecrets");
                assertThat(call.body()).contains("{\"Key\":\"name\",\"Values\":[\"syncstep/\"]}");
            });
            assertThat(server.calls().get(1).body()).contains("\"NextToken\":\"2\"");
        }
    }

    @Test
    void aRefusalSaysWhatWasNotListed() {
        try (LocalServer server = LocalServer.answering(
                Response.json(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}"))) {
            assertThatThrownBy(() -> new SecretNames(client(server), "syncstep/").names())
                    .isInstanceOf(CredentialStoreUnavailable.class)
                    .hasMessageContaining("did not list the secrets under syncstep/: not authorized");
        }
    }

    private static SecretsManagerClient client(LocalServer server) {
        return SecretsManagerClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
