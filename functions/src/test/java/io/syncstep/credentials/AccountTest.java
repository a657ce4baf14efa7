package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.credentials.CredentialStore.Freshness;
import io.syncstep.hightouch.Hightouch;
import io.syncstep.sync.ProviderName;
import io.syncstep.testing.Credentials;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account knows the credential that is valid now, every token that it was used with, and prints none of them. */
class AccountTest {

    private static final String TOKEN = "hidden-token-9";

    private final Credentials store = new Credentials("{\"apiKey\":\"" + TOKEN + "\"}");
    private final Account account = store.account(ProviderName.HIGHTOUCH, Hightouch.CREDENTIAL);

    @Test
    void theCredentialIsReadWhenItIsFirstNeededAndOnce() {
        assertThat(store.reads()).isEmpty();

        account.credential();
        account.credential();

        assertThat(store.reads()).containsExactly(Freshness.CACHED);
    }

    @Test
    void anUnchangedCredentialIsNotAnotherOne() {
        account.credential();

        assertThat(account.renew()).isFalse();
        assertThat(store.reads()).containsExactly(Freshness.CACHED, Freshness.FRESH);
    }

    @Test
    void aChangedCredentialIsAnotherOneAndBothTokensAreKnown() {
        account.credential();
        store.store("{\"apiKey\":\"second-token\"}");

        assertThat(account.renew()).isTrue();

        assertThat(account.credential().token().reveal()).isEqualTo("second-token");
        assertThat(account.tokens()).extracting(Secret::reveal).containsExactly(TOKEN, "second-token");
    }

    @Test
    void nothingPrintsTheToken() {
        Credential credential = new Credential(
                new Secret(TOKEN), "Bearer", URI.create("https://host"), Map.of("workspaceSlug", "acme"));

        assertThat(credential.toString()).contains("***").doesNotContain(TOKEN);
        assertThat(new Secret(TOKEN).toString()).isEqualTo("***");
        assertThat("" + account.credential() + account.tokens() + Hightouch.CREDENTIAL)
                .doesNotContain(TOKEN);
    }

    @Test
    void secretsAreEqualByWhatTheyHide() {
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
    }
}
