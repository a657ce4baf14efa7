package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncstep.hightouch.Hightouch;
import io.syncstep.stitch.Stitch;
import io.syncstep.sync.ProviderName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored credential is used, or its fault is told by the field's name, and never by what stands in it. */
class CredentialShapeTest {

    private static final String NAME = "syncstep/hightouch/default";
    private static final CredentialShape WITH_ID =
            new CredentialShape("token", "Token", "https://host.invalid", "/accounts/{id}", List.of());

    @Test
    void theLeastIsTheToken() {
        Credential credential = Hightouch.CREDENTIAL.parse(NAME, "{\"apiKey\":\"key-1\"}");

        assertThat(credential.token().reveal()).isEqualTo("key-1");
        assertThat(credential.scheme()).isEqualTo("Bearer");
        assertThat(credential.baseUrl()).isEqualTo(URI.create("https://api.hightouch.com/api/v1"));
        assertThat(credential.detail("workspaceSlug")).isNull();
    }

    @Test
    void everyFieldIsRead() {
        Credential credential = Hightouch.CREDENTIAL.parse(
                NAME, "{\"apiKey\":\"key-1\",\"workspaceSlug\":\"acme\",\"baseUrl\":\"https://eu.example/api/v1/\"}");

        assertThat(credential.baseUrl()).isEqualTo(URI.create("https://eu.example/api/v1"));
        assertThat(credential.detail("workspaceSlug")).isEqualTo("acme");
    }

    @Test
    void stitchHasItsOwnFieldAndHost() {
        Credential credential = Stitch.CREDENTIAL.parse("syncstep/stitch/acme", "{\"accessToken\":\"tok-1\"}");

        assertThat(credential.token().reveal()).isEqualTo("tok-1");
        assertThat(credential.baseUrl()).isEqualTo(URI.create("https://api.stitchdata.com"));
    }

    @Test
    void nullIsAbsentAndFurtherFieldsAreIgnored() {
        Credential credential = Hightouch.CREDENTIAL.parse(
                NAME, "{\"apiKey\":\"key-1\",\"workspaceSlug\":null,\"baseUrl\":null,\"owner\":{\"name\":\"x\"}}");

        assertThat(credential.detail("workspaceSlug")).isNull();
        assertThat(credential.baseUrl()).isEqualTo(URI.create("https://api.hightouch.com/api/v1"));
    }

    @Test
    void spaceAroundATokenIsAPasteErrorAndCutOff() {
        assertThat(Hightouch.CREDENTIAL
                        .parse(NAME, "{\"apiKey\":\" key-1\\n\"}")
                        .token()
                        .reveal())
                .isEqualTo("key-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                          | apiKey
                    {"apikey":"hidden-9"}                       | apiKey
                    {"accessToken":"hidden-9"}                  | apiKey
                    {"apiKey":null}                             | apiKey
                    {"apiKey":""}                               | apiKey
                    {"apiKey":99999}                            | apiKey
                    {"apiKey":{"hidden-9":1}}                   | apiKey
                    {"apiKey":"hidden-9 hidden-9"}              | apiKey
                    {"apiKey":"hidden-9\\nX-Header: 1"}          | apiKey
                    {"apiKey":"hidden-9é"}                      | apiKey
                    {"apiKey":"hidden-9","workspaceSlug":7}     | workspaceSlug
                    {"apiKey":"hidden-9","baseUrl":"ftp://x"}   | baseUrl
                    {"apiKey":"hidden-9","baseUrl":5}           | baseUrl
                    """)
    void aMalformedFieldIsNamedAndItsValueIsNot(String text, String field) {
        assertThatThrownBy(() -> Hightouch.CREDENTIAL.parse(NAME, text))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("field " + field)
                .hasMessageNotContaining("hidden-9")
                .hasMessageNotContaining("99999")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"token":"t","id":42}                  | 42
                    {"token":"t","id":" 42 "}              | 42
                    {"token":"t","id":"a b/c?"}            | a%20b%2Fc%3F
                    {"token":"t","id":9223372036854775807} | 9223372036854775807
                    """)
    void anIdIsATextOrAWholeNumber(String text, String id) {
        assertThat(WITH_ID.parse(NAME, text).baseUrl()).isEqualTo(URI.create("https://host.invalid/accounts/" + id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'token':'t'}",
                "{'token':'t','id':null}",
                "{'token':'t','id':''}",
                "{'token':'t','id':4.2}",
                "{'token':'t','id':[42]}"
            })
    void anIdMustBeThere(String text) {
        assertThatThrownBy(() -> WITH_ID.parse(NAME, text.replace('\'', '"')))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("field id");
    }

    @Test
    void aFractionIsToldWhatAnIdMayBe() {
        assertThatThrownBy(() -> WITH_ID.parse(NAME, "{\"token\":\"t\",\"id\":4.2}"))
                .hasMessageContaining("field id must be a whole number, or a text that is not empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.invalid/accounts", "https://host.invalid/x/accounts/7/"})
    void aBaseUrlThatHasWhatIsAddedAlreadyIsRefused(String baseUrl) {
        assertThatThrownBy(() -> WITH_ID.parse(NAME, "{\"token\":\"t\",\"id\":1,\"baseUrl\":\"" + baseUrl + "\"}"))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining("field baseUrl must end before /accounts/, which is added");
        assertThat(WITH_ID.parse(NAME, "{\"token\":\"t\",\"id\":1,\"baseUrl\":\"https://host.invalid/proxy/\"}")
                        .baseUrl())
                .isEqualTo(URI.create("https://host.invalid/proxy/accounts/1"));
    }

    @Test
    void whereNoneIsStoredEveryFieldThatMustBeThereIsNamed() {
        Account account =
                new Account((provider, name, freshness) -> Optional.empty(), ProviderName.STITCH, "x", WITH_ID);

        assertThatThrownBy(account::credential).hasMessageContaining("with the fields token and id.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hidden-9",
                "\"hidden-9\"",
                "[\"hidden-9\"]",
                "{\"apiKey\":\"hidden-9\"",
                "{hidden-9}",
                "null"
            })
    void whatIsNoObjectIsToldWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> Hightouch.CREDENTIAL.parse(NAME, text))
                .isInstanceOf(CredentialNotFound.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("JSON object")
                .hasMessageNotContaining("hidden-9")
                .hasNoCause();
    }
}
