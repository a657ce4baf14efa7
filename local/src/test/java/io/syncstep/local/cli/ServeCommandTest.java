package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep serve}: its port, its address, its end. */
class ServeCommandTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    @Test
    void aPortThatIsTakenExitsWith2AndIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var port = Integer.toString(taken.getLocalPort());

            var result = new Console().call("serve", "--port", port);

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains(port, "--port");
            assertThat(result.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void aPortThatCantBeExitsWith2(String port) {
        var result = new Console().call("serve", "--port", port);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--port");
    }

    @Test
    void unreadableCredentialsExitWith2() {
        var result = new Console().set("SYNCSTEP_CREDENTIALS", "secret").call("serve", "--port", "0");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("SYNCSTEP_CREDENTIALS").doesNotContain("secret");
    }

    @Test
    void itPrintsItsAddressSaysThatItSimulatesAndEndsWhenItIsTold() throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.syncstep.local.cli.Main",
                "serve",
                "--port",
                "0");
        command.environment().remove("SYNCSTEP_CREDENTIALS");
        var process = command.redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var client = HttpClient.newHttpClient()) {
            var address = ADDRESS.matcher(lines.readLine());

            assertThat(address.find()).isTrue();
            assertThat(lines.readLine()).contains("Hightouch", "simulator");
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address.group())).build(), BodyHandlers.ofString());
            assertThat(answer.body()).contains("orders → Salesforce production", "played by the built-in simulator");

            process.destroy();

            assertThat(process.waitFor()).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }
}
