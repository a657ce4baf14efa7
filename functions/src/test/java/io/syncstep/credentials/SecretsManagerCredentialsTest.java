package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;
import org.mockito.stubbing.OngoingStubbing;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Secrets come from Secrets Manager, are kept for less than five minutes, and are read anew when asked for fresh. */
class SecretsManagerCredentialsTest {

    private final SecretsManagerClient client = mock(SecretsManagerClient.class);
    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final CredentialStore store = new SecretsManagerCredentials(client, "syncstep/", clock);

    @Captor
    private ArgumentCaptor<Consumer<GetSecretValueRequest.Builder>> asked;

    @BeforeEach
    void openCaptors() throws Exception {
        MockitoAnnotations.openMocks(this).close();
    }

    @Test
    void aSecretIsNamedByPrefixProviderAndAccount() {
        answer().thenReturn(secret("{\"accessToken\":\"a\"}"));

        assertThat(store.find(ProviderName.STITCH, "acme", Freshness.CACHED)).contains("{\"accessToken\":\"a\"}");

        verify(client).getSecretValue(asked.capture());
        GetSecretValueRequest.Builder request = GetSecretValueRequest.builder();
        asked.getValue().accept(request);
        assertThat(request.build().secretId()).isEqualTo("syncstep/stitch/acme");
        assertThat(store.nameOf(ProviderName.STITCH, "acme")).isEqualTo("syncstep/stitch/acme");
    }

    @Test
    void aSecretIsReadOnceWhileItIsYoung() {
        answer().thenReturn(secret("old"), secret("new"));

        find(Freshness.CACHED);
        clock.pass(Duration.ofMinutes(3));

        assertThat(find(Freshness.CACHED)).contains("old");
        reads(1);
    }

    @Test
    void aChangedSecretTakesEffectWithinFiveMinutes() {
        answer().thenReturn(secret("old"), secret("new"));

        find(Freshness.CACHED);
        clock.pass(Duration.ofMinutes(5));

        assertThat(find(Freshness.CACHED)).contains("new");
    }

    @Test
    void afterA401ItTakesEffectAtOnceAndStays() {
        answer().thenReturn(secret("old"), secret("new"));

        find(Freshness.CACHED);

        assertThat(find(Freshness.FRESH)).contains("new");
        assertThat(find(Freshness.CACHED)).contains("new");
        reads(2);
    }

    @Test
    void accountsDoNotShareASecret() {
        answer().thenReturn(secret("one"), secret("two"));

        assertThat(store.find(ProviderName.HIGHTOUCH, "one", Freshness.CACHED)).contains("one");
        assertThat(store.find(ProviderName.HIGHTOUCH, "two", Freshness.CACHED)).contains("two");
    }

    @Test
    void aSecretThatDoesNotExistIsNotStored() {
        answer().thenThrow(ResourceNotFoundException.builder().message("no").build());

        assertThat(find(Freshness.CACHED)).isEmpty();
    }

    @Test
    void aSecretMarkedForDeletionIsNotStored() {
        answer().thenThrow(InvalidRequestException.builder()
                .message("You can't perform this operation on the secret because it was marked for deletion.")
                .build());

        assertThat(find(Freshness.CACHED)).isEmpty();
    }

    @Test
    void aBinarySecretIsNotStored() {
        answer().thenReturn(GetSecretValueResponse.builder().build());

        assertThat(find(Freshness.CACHED)).isEmpty();
    }

    @Test
    void aDeletedSecretIsForgottenAtOnceAfterA401() {
        answer().thenReturn(secret("old"))
                .thenThrow(ResourceNotFoundException.builder().build());

        find(Freshness.CACHED);

        assertThat(find(Freshness.FRESH)).isEmpty();
        assertThat(find(Freshness.CACHED)).isEmpty();
    }

    @Test
    void throttlingSaysNothingAboutTheSecret() {
        answer().thenThrow(SecretsManagerException.builder()
                .message("Rate exceeded")
                .statusCode(400)
                .build());

        assertThatThrownBy(() -> find(Freshness.CACHED))
                .isInstanceOf(CredentialStoreUnavailable.class)
                .hasMessageContaining("syncstep/hightouch/default")
                .hasMessageContaining("Rate exceeded");
    }

    @Test
    void noConnectionSaysNothingAboutTheSecret() {
        answer().thenThrow(SdkClientException.create("Connect timed out"));

        assertThatThrownBy(() -> find(Freshness.CACHED)).isInstanceOf(CredentialStoreUnavailable.class);
    }

    @Test
    void aFailedFreshReadLeavesTheCachedSecretUsable() {
        answer().thenReturn(secret("old")).thenThrow(SdkClientException.create("Connect timed out"));

        find(Freshness.CACHED);
        assertThatThrownBy(() -> find(Freshness.FRESH)).isInstanceOf(CredentialStoreUnavailable.class);

        assertThat(find(Freshness.CACHED)).contains("old");
    }

    private OngoingStubbing<GetSecretValueResponse> answer() {
        return when(client.getSecretValue(anyRequest()));
    }

    private void reads(int count) {
        verify(client, times(count)).getSecretValue(anyRequest());
    }

    private static Consumer<GetSecretValueRequest.Builder> anyRequest() {
        return any();
    }

    private Optional<String> find(Freshness freshness) {
        return store.find(ProviderName.HIGHTOUCH, "default", freshness);
    }

    private static GetSecretValueResponse secret(String text) {
        return GetSecretValueResponse.builder().secretString(text).build();
    }
}
