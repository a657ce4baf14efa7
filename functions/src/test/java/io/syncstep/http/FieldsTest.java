package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers send is read leniently, and exactly to the last digit. */
class FieldsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-22T08:00:00Z              | 2026-11-22T08:00:00Z
                    2026-11-22T08:00:00.123Z          | 2026-11-22T08:00:00.123Z
                    2026-11-22T09:00:00+01:00         | 2026-11-22T08:00:00Z
                    2026-11-22T08:00:00+0000          | 2026-11-22T08:00:00Z
                    2022-09-07 07:45:27.349329+00:00  | 2022-09-07T07:45:27.349329Z
                    2026-11-22T08:00:00               | 2026-11-22T08:00:00Z
                    2026-11-22 08:00                  | 2026-11-22T08:00:00Z
                    """)
    void everyFormOfATimeIsRead(String text, Instant instant) {
        assertThat(Fields.instant(json("{\"t\":\"" + text + "\"}"), "t")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\"yesterday\"", "\"2026-11-22\"", "1732262400", "null", "{}", "\"2026-13-40T00:00:00Z\""
            })
    void whatIsNoTimeIsNone(String value) {
        assertThat(Fields.instant(json("{\"t\":" + value + "}"), "t")).isNull();
        assertThat(Fields.instant(json("{}"), "t")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "9223372036854775807", "123456789012345678901234567890"})
    void anIdAboveDoublePrecisionIsExactAsNumberAndAsText(String id) {
        assertThat(Fields.id(json("{\"id\":" + id + "}"), "id")).isEqualTo(id);
        assertThat(Fields.id(json("{\"id\":\"" + id + "\"}"), "id")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "1.5", "true", "{}", "[]"})
    void whatIsNoIdIsNone(String value) {
        assertThat(Fields.id(json("{\"id\":" + value + "}"), "id")).isNull();
    }

    @Test
    void anIdOfAbsurdLengthIsNone() {
        assertThat(Fields.id(json("{\"id\":\"" + "9".repeat(501) + "\"}"), "id"))
                .isNull();
    }

    @Test
    void countsAreIntegersOrUnknown() {
        JsonNode json = json("{\"a\":0,\"b\":null,\"c\":\"3\",\"d\":1.5,\"e\":123456789012345678901234567890}");

        assertThat(Fields.integer(json, "a")).isEqualTo(0L);
        assertThat(Fields.integer(json, "b")).isNull();
        assertThat(Fields.integer(json, "c")).isNull();
        assertThat(Fields.integer(json, "d")).isNull();
        assertThat(Fields.integer(json, "e")).isNull();
        assertThat(Fields.integer(json, "f")).isNull();
    }

    @Test
    void aPartOfAnAddressIsEncodedWhateverItHolds() {
        assertThat(Url.encode("a/b?c=d&e f+ü")).isEqualTo("a%2Fb%3Fc%3Dd%26e%20f%2B%C3%BC");
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
