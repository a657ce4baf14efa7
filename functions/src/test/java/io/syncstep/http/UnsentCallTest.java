package io.syncstep.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.syncstep.testing.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call is told as not sent only where that is certain, since such a start call is sent again. */
class UnsentCallTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Http http = new Http();

    @Test
    void aRefusedConnectionIsNotSent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(post("http://127.0.0.1:" + port)).isEqualTo(new Reply.NotSent("connection refused"));
    }

    @Test
    void anUnknownHostIsNotSent() {
        // RFC 6761: .invalid never resolves.
        assertThat(post("http://no-such-host.invalid")).isInstanceOf(Reply.NotSent.class);
    }

    @Test
    void aCallWithoutTimeLeftIsNotSent() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::read)) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(server.url())).GET().build();

            assertThat(http.write(request, Duration.ZERO)).isInstanceOf(Reply.NotSent.class);
            assertThat(http.read(request, Duration.ofSeconds(-1))).isInstanceOf(Reply.NotSent.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void tlsToAServerThatSpeaksPlainHttpIsNotSent() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.readSome();
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(post("https://127.0.0.1:" + server.port())).isEqualTo(new Reply.NotSent("TLS failure"));
        }
    }

    @Test
    void aServerThatHangsUpDuringTheHandshakeIsNotSentTo() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::readSome)) {
            assertThat(post("https://127.0.0.1:" + server.port())).isEqualTo(new Reply.NotSent("TLS failure"));
        }
    }

    @Test
    void aServerThatNoTrustedAuthorityVouchesForIsNotSentTo(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            Reply reply = post("https://127.0.0.1:" + server.getAddress().getPort());

            assertThat(reply).isEqualTo(new Reply.NotSent("TLS failure"));
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private Reply post(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/syncs/1/trigger"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return http.write(request, LIMIT);
    }

    private static SSLContext selfSigned(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
