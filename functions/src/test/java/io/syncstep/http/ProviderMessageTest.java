package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's own words are found in every shape of error body that a provider is known to send. */
class ProviderMessageTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"message":"Authentication error","details":"Token is invalid"}         | Authentication error: Token is invalid
                    {"message":"Validation failed","details":{"syncId":"is not a number"}}  | Validation failed: {"syncId":"is not a number"}
                    "Internal Server Error"                                                 | Internal Server Error
                    {"error":{"type":"invalid_source","message":"Source 1 is not valid"}}   | Source 1 is not valid
                    {"error":{"message":"No such client"}}                                  | No such client
                    {"error":"Unauthorized","data":{"message":"Bad token"}}                 | Unauthorized: Bad token
                    {"code":400,"message":"Bad source","errors":[]}                         | Bad source
                    {"status":{"code":401,"is_success":false,"user_message":"Invalid token.","developer_message":"x"},"data":null} | Invalid token. x
                    {"status":{"code":404,"is_success":false,"user_message":"Not found.","developer_message":""},"data":null} | Not found.
                    {"status":{"code":400,"is_success":false,"user_message":"Bad.","developer_message":"Bad."},"data":{}} | Bad.
                    Not authorised                                                          | Not authorised
                    {"message":"same","error":"same"}                                       | same
                    {"reason":"teapot"}                                                     | {"reason":"teapot"}
                    ["a","b"]                                                               | ["a","b"]
                    """)
    void theWordsAreFound(String body, String words) {
        assertThat(ProviderMessage.of(body)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "<!DOCTYPE html><html><body>502</body></html>",
                "null",
                "{}",
                "\"\"",
                "{\"message\":null,\"x\":1}"
            })
    void whereThereAreNoWordsThereIsNoMessage(String body) {
        String words = ProviderMessage.of(body);

        // An object without any known field is shown as it is: better than nothing.
        assertThat(words == null || words.startsWith("{\"message\":null")).isTrue();
    }

    @Test
    void aBodyThatEndsInTheMiddleIsShownAsItIs() {
        assertThat(ProviderMessage.of("{\"message\":\"cut o")).isEqualTo("{\"message\":\"cut o");
    }

    @Test
    void wordsThatArePackedDeepAreShownAsTheyAre() {
        String body = "{\"error\":".repeat(900) + "\"deep\"" + "}".repeat(900);

        assertThat(ProviderMessage.of(body)).startsWith("{\"error\":").contains("\"deep\"");
    }

    @Test
    void whatIsPackedDeeperThanJsonMayBeIsShownAsItIs() {
        String body = "{\"error\":".repeat(5_000) + "\"deep\"" + "}".repeat(5_000);

        assertThat(ProviderMessage.of(body)).isEqualTo(body);
    }
}
