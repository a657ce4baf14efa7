package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.testing.LocalServer;
import io.syncstep.testing.RawServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call has an end, however slowly or however much the other side sends. */
class SlowAndLargeAnswersTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final Http http = new Http();

    @Test
    void headersThatDripAreLost() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 200; i++) {
                connection.write("X-Drip-" + i + ": 1\r\n");
                Thread.sleep(50);
            }
        })) {
            assertThat(http.read(get(server.url()), SHORT)).isInstanceOf(Reply.Lost.class);
        }
    }

    @Test
    void aBodyThatDripsIsAnAnswerWithADefectAndWhatHadCome() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 1000000\r\n\r\n");
            for (int i = 0; i < 200; i++) {
                connection.write("x");
                Thread.sleep(50);
            }
        })) {
            assertThat(http.read(get(server.url()), SHORT)).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(503);
                assertThat(answered.body()).startsWith("x");
                assertThat(answered.defect()).startsWith("the body did not end within");
            });
        }
    }

    @Test
    void aBodyAboveTwoMegabytesIsReadUpToThere() {
        try (LocalServer server =
                LocalServer.answering(LocalServer.Response.json(200, "x".repeat(Http.LARGEST_BODY + 1)))) {
            assertThat(http.read(get(server.url()), LONG)).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
                assertThat(answered.body()).hasSize(Http.LARGEST_BODY);
                assertThat(answered.defect()).isEqualTo("the body is larger than 2 MB");
                assertThat(answered.json()).isNull();
            });
        }
    }

    @Test
    void aBodyOfExactlyTwoMegabytesIsWhole() {
        try (LocalServer server =
                LocalServer.answering(LocalServer.Response.json(200, "x".repeat(Http.LARGEST_BODY)))) {
            assertThat(http.read(get(server.url()), LONG)).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
                assertThat(answered.body()).hasSize(Http.LARGEST_BODY);
                assertThat(answered.defect()).isNull();
            });
        }
    }

    @Test
    void anEmptyBodyIsAnAnswerWithoutJson() {
        try (LocalServer server = LocalServer.answering(new LocalServer.Response(204, Map.of(), ""))) {
            assertThat(http.read(get(server.url()), LONG)).isInstanceOfSatisfying(Reply.Answered.class, answered -> {
                assertThat(answered.body()).isEmpty();
                assertThat(answered.defect()).isNull();
                assertThat(answered.json()).isNull();
            });
        }
    }

    private static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).GET().build();
    }
}
