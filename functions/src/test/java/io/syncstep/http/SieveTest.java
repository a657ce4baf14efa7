package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a list: the fields that are wanted, whatever stands beside them, and however it is cut into pieces. */
class SieveTest {

    private static final Wanted WANTED =
            Wanted.of("data", "hasMore", "id", "schedule", "type").andWhole("tags");

    private static String sifted(byte[] body, int piece) {
        Sieve sieve = new Sieve(WANTED);
        for (int i = 0; i < body.length; i += piece) {
            assertThat(sieve.take(ByteBuffer.wrap(body, i, Math.min(piece, body.length - i))))
                    .isNull();
        }
        return sieve.text();
    }

    private static String sifted(String body) {
        return sifted(body.getBytes(StandardCharsets.UTF_8), 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10_000})
    void theFieldsThatAreWantedAreKeptWhereverTheBodyIsCut(int piece) throws IOException {
        String body = "{\"data\":[{\"configuration\":{\"id\":9,\"tags\":[{}]},\"id\":\"ä→😀\",\"sql\":\"select 1\","
                + "\"schedule\":{\"type\":\"cron\",\"cron\":[[\"*\"]]},\"tags\":{\"team\":{\"name\":[1,null,true]}}},"
                + "{\"id\":9223372036854775807,\"type\":null}],\"total\":2,\"hasMore\":false}";

        JsonNode kept = Json.MAPPER.readTree(sifted(body.getBytes(StandardCharsets.UTF_8), piece));

        assertThat(kept)
                .isEqualTo(
                        Json.MAPPER.readTree(
                                "{\"data\":[{\"id\":\"ä→😀\",\"schedule\":{\"type\":\"cron\"},"
                                        + "\"tags\":{\"team\":{\"name\":[1,null,true]}}},{\"id\":9223372036854775807,\"type\":null}],\"hasMore\":false}"));
    }

    @Test
    void entriesThatAreNoObjectsAreKeptAsSomebodyCountsThem() {
        assertThat(sifted("[null,7,\"x\",[],{},{\"sql\":\"\"}]")).isEqualTo("[null,7,\"x\",[],{},{}]");
    }

    @Test
    void aBrokenCharacterIsNoReasonToDropTheList() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"id\":\"a".getBytes(StandardCharsets.UTF_8));
        body.write(0xFF);
        body.writeBytes("b\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(sifted(body.toByteArray(), 1)).isEqualTo("{\"id\":\"a\uFFFDb\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"data\":[}", "{\"id\":1}}", "{\"data\":", "{\"data\":[{\"id\":1}"})
    void whatIsNoJsonIsNotTakenForSome(String body) {
        assertThat(new Reply.Answered(200, HttpHeaders.of(Map.of(), (name, value) -> true), sifted(body), null).json())
                .isNull();
    }

    @Test
    void moreThanTwoMegabytesOfWhatIsWantedIsTooMuch() {
        String body = "{\"id\":\"" + "x".repeat(Http.LARGEST_BODY) + "\"}";

        assertThat(new Sieve(WANTED).take(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("what is needed of it is larger than 2 MB");
    }
}
