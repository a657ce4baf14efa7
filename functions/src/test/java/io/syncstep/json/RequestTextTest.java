package io.syncstep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.syncstep.sync.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text holds beyond its object, or twice, is refused; what is no JSON at all is another matter. */
class RequestTextTest {

    @Test
    void anObjectWithSpaceAroundItIsRead() throws JsonProcessingException {
        assertThat(RequestText.parse(" \n{\"provider\":\"stitch\"}\r\n\t ")
                        .path("provider")
                        .asText())
                .isEqualTo("stitch");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1,"a":1}                  | a
                    {"syncId":1,"syncId":2}        | syncId
                    {"a":{"b":1,"c":2,"b":3}}      | a.b
                    {"a":[{"b":{"c":1,"c":1}}]}    | a[0].b.c
                    {"s":[{"t":[{},{"i":1,"i":1}]}]} | s[0].t[1].i
                    [[1],[{"a":1,"a":1}]]          | [1][0].a
                    {"a":1,"\\u0061":2}             | a
                    {"a":null,"a":null}            | a
                    """)
    void aKeyThatComesTwiceIsNamed(String text, String key) {
        assertThatThrownBy(() -> RequestText.parse(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage(key + " must be there once, and comes twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {\"a\":1}", "{},", "{}]", "{} x", "{}\"text\"", "{} 5", "{}null", "{}\u0000"})
    void whatFollowsTheObjectIsRefused(String text) {
        assertThatThrownBy(() -> RequestText.parse(text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("nothing behind it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "provider: stitch",
                "{",
                "{\"a\"",
                "{\"a\":}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "// x\n{}"
            })
    void whatIsNoJsonIsNoRequestAtAll(String text) {
        assertThatThrownBy(() -> RequestText.parse(text)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "null", "5", "\"text\""})
    void otherJsonIsReadAndRefusedLater(String text) throws JsonProcessingException {
        assertThat(RequestText.parse(text)).hasToString(text);
    }

    @Test
    void anAbsurdDepthIsRefusedRatherThanACrash() {
        assertThatThrownBy(() -> RequestText.parse("{\"a\":".repeat(100_000)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> RequestText.parse("[".repeat(1_000_000))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void aNumberOfAbsurdLengthIsRefusedRatherThanACrash() {
        assertThatThrownBy(() -> RequestText.parse("{\"syncId\":" + "9".repeat(100_000) + "}"))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void aNumberKeepsItsLastDigit() throws JsonProcessingException {
        assertThat(RequestText.parse("{\"n\":9007199254740993,\"m\":12345678901234567890123}"))
                .hasToString("{\"n\":9007199254740993,\"m\":12345678901234567890123}");
    }
}
