package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.hightouch.Hightouch;
import io.syncstep.sync.ProviderName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For local runs, credentials come from one variable. */
class EnvironmentCredentialsTest {

    private final EnvironmentCredentials store = new EnvironmentCredentials("""
            {"hightouch/default":{"apiKey":"key-1"},"hightouch/eu":{"apiKey":"key-2"},"hightouch/empty":null}
            """);

    @Test
    void anEntryIsFoundByProviderAndAccount() {
        assertThat(store.find(ProviderName.HIGHTOUCH, "eu", Freshness.CACHED)).contains("{\"apiKey\":\"key-2\"}");
        assertThat(store.find(ProviderName.HIGHTOUCH, "eu", Freshness.FRESH)).contains("{\"apiKey\":\"key-2\"}");
        assertThat(store.find(ProviderName.HIGHTOUCH, "us", Freshness.CACHED)).isEmpty();
        assertThat(store.find(ProviderName.STITCH, "default", Freshness.CACHED)).isEmpty();
    }

    @Test
    void aProviderWithoutAnyEntryIsKnown() {
        assertThat(store.has(ProviderName.HIGHTOUCH)).isTrue();
        assertThat(store.has(ProviderName.STITCH)).isFalse();
    }

    @Test
    void aMissingAccountIsToldByTheNameOfTheVariable() {
        Account account = new Account(store, ProviderName.HIGHTOUCH, "us", Hightouch.CREDENTIAL);

        assertThatThrownBy(account::credential)
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("hightouch/us")
                .hasMessageContaining("SYNCSTEP_CREDENTIALS");
    }

    @Test
    void anEntryThatIsNullIsMalformed() {
        Account account = new Account(store, ProviderName.HIGHTOUCH, "empty", Hightouch.CREDENTIAL);

        assertThatThrownBy(account::credential)
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("hightouch/empty")
                .hasMessageContaining("JSON object");
    }

    @Test
    void anEntryWithoutAnAccountIsNotTakenForASimulatedProvider() {
        assertThatThrownBy(() -> new EnvironmentCredentials("{\"hightouch\":{\"apiKey\":\"hidden-9\"}}"))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("provider/account")
                .hasMessageNotContaining("hidden-9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hidden-9",
                "[\"hidden-9\"]",
                "{\"hightouch/default\":{\"apiKey\":\"hidden-9\"}",
                "5",
                "{} hidden-9",
                "{\"a/b\":{},\"a/b\":{\"k\":\"hidden-9\"}}"
            })
    void aVariableThatIsNoObjectIsNamedAndNeverQuoted(String text) {
        assertThatThrownBy(() -> new EnvironmentCredentials(text))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("SYNCSTEP_CREDENTIALS must be a JSON object")
                .hasMessageNotContaining("hidden-9")
                .hasNoCause();
    }
}
