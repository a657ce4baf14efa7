package io.syncstep.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts from providers lose every Authorization value and everything equal to a credential, and nothing else. */
class RedactorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer s3cr3t-value",
                "authorization: bearer s3cr3t-value",
                "AUTHORIZATION:Bearer   s3cr3t-value",
                "Authorization=Bearer s3cr3t-value",
                "Authorization: Token s3cr3t-value",
                "Authorization: Basic s3cr3t-value==",
                "Authorization: s3cr3t-value",
                "Authorization: ApiKey s3cr3t-value",
                "Authorization: Digest username=\"s3cr3t-value\"",
                "Authorization: AWS4-HMAC-SHA256 Credential=s3cr3t-value/20261122, SignedHeaders=host, Signature=s3cr3t-value",
                "Proxy-Authorization: Basic s3cr3t-value",
                "{\"Authorization\":\"Bearer s3cr3t-value\"}",
                "{\"Authorization\": \"s3cr3t-value\"}",
                "{\\\"Authorization\\\":\\\"Bearer s3cr3t-value\\\"}",
                "{'Authorization': 'Bearer s3cr3t-value'}",
                "{'Authorization': ['Bearer s3cr3t-value']}",
                "{Authorization=[Bearer s3cr3t-value]}",
                "curl -H 'Authorization: Bearer s3cr3t-value' https://host",
                "GET / HTTP/1.1\r\nAuthorization: Bearer s3cr3t-value\r\nHost: x",
                "used Bearer s3cr3t-value to log in"
            })
    void anAuthorizationValueGoesInEverySpelling(String text) {
        assertThat(Redactor.clean(text, Set.of())).contains("***").doesNotContain("s3cr3t-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token is invalid",
                "Authentication error",
                "authorization failed for this workspace",
                "You lack authorization to read orders, ask an admin",
                "The bearer of bad news",
                "basic access rights are missing",
                "Column \"token\" of table orders has 3 nulls",
                "404 Not Found",
                "a*b+c(d)[e]{f}^$|\\ $1 \\1"
            })
    void harmlessTextIsUntouched(String text) {
        assertThat(Redactor.clean(text, secrets("tok-1234567890"))).isEqualTo(text);
    }

    @Test
    void whatStandsAroundAnAuthorizationHeaderStays() {
        assertThat(Redactor.clean("GET /a\r\nAuthorization: Bearer s3cr3t-value\r\nHost: x", Set.of()))
                .startsWith("GET /a\r\nAuthorization: ***")
                .endsWith("\r\nHost: x");
    }

    @Test
    void aTokenGoesWhereverItStands() {
        assertThat(Redactor.clean("key=tok-1234567890&x=1 <tok-1234567890>", secrets("tok-1234567890")))
                .isEqualTo("key=***&x=1 <***>");
    }

    @Test
    void aTokenGoesUrlEncodedToo() {
        String clean = Redactor.clean("?a=ab%2Fcd%2Bef%3D%3D&b=ab%2fcd%2bef%3d%3d&c=ab/cd+ef==", secrets("ab/cd+ef=="));

        assertThat(clean).isEqualTo("?a=***&b=***&c=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"bad tok\\/en-SECRET_0123456789+abc==",
                "{\"message\":\"bad tok\\/en-SECRET_0123456789+abc==\"}",
                "bad tok\\\\/en-SECRET_0123456789+abc==",
                "bad tok\\u002fen-SECRET_0123456789+abc\\u003D\\u003d",
                "bad tok%2Fen-SECRET_0123456789%2babc=%3D",
                "bad \\u0074ok/en-SECRET_0123456789+abc==, sorry"
            })
    void aTokenGoesEscapedAsInJsonToo(String text) {
        assertThat(Redactor.clean(text, secrets("tok/en-SECRET_0123456789+abc==")))
                .contains("bad ***")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your token is tok/en-SECRET_012345",
                "your token is tok\\/en-SECRET_012345\"}",
                "your token is tok%2Fen-SECRET_012345...",
                "your token is tok/en-SECRET_012345…",
                "your token is tok/en-SECRET_0123456789\\u002",
                "your token is tok/en"
            })
    void theBeginningOfATokenGoesWhereTheTextWasCut(String text) {
        assertThat(Redactor.clean(text, secrets("tok/en-SECRET_0123456789+abc==")))
                .contains("your token is ***")
                .doesNotContain("tok/", "tok\\", "SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"your tok/e", "tok/en-S is how it begins", "nothing of it", "50%", "a\\"})
    void aFewCharactersOrAnotherPlaceAreNoBeginning(String text) {
        assertThat(Redactor.clean(text, secrets("tok/en-SECRET_0123456789+abc==")))
                .isEqualTo(text);
    }

    @Test
    void aLongListOfParametersDoesNotOverflowTheStack() {
        assertThat(Redactor.clean("authorization: " + "a=b,".repeat(100_000) + "a=b", Set.of()))
                .isEqualTo("authorization: ***");
    }

    @Test
    void aTokenWithCharactersOfPatternsIsTakenLiterally() {
        assertThat(Redactor.clean("x a.*b$1\\2(c x aXXb", secrets("a.*b$1\\2(c")))
                .isEqualTo("x *** x aXXb");
    }

    @Test
    void aTokenThatBeginsAnotherLeavesNoRestOfIt() {
        assertThat(Redactor.clean("tok-12345678-and-more", secrets("tok-12345678", "tok-12345678-and-more")))
                .isEqualTo("***");
    }

    @Test
    void aLongTextIsCleanedInReasonableTime() {
        String text = "authorization ".repeat(20_000) + "bearer ".repeat(20_000) + "\\".repeat(50_000);

        assertThat(Redactor.clean(text, secrets("tok-1234567890"))).hasSameSizeAs(text);
    }

    @Test
    void anIdWithATokenIsNoneUnlessTheTokenIsTooShortToTell() {
        assertThat(Redactor.isToken("run-tok-1234567890", secrets("tok-1234567890")))
                .isTrue();
        assertThat(Redactor.isToken("7000004", secrets("tok-1234567890", "4"))).isFalse();
    }

    private static Set<Secret> secrets(String... tokens) {
        return new LinkedHashSet<>(List.of(tokens).stream().map(Secret::new).toList());
    }
}
