package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.local.Soon;
import io.syncstep.local.simulator.Simulators;
import io.syncstep.local.simulator.wire.Damage;
import io.syncstep.local.simulator.wire.Fault;
import io.syncstep.local.simulator.wire.Where;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep serve}: its port, its address, its end. */
class ServeCommandTest {

    /** How a JVM exits that was sent SIGTERM. */
    private static final int TERMINATED = 128 + 15;

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

    /** The program in a process of its own. */
    private static Process served(String credentials) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.syncstep.local.cli.Main",
                "serve",
                "--port",
                "0");
        command.environment().put("SYNCSTEP_CREDENTIALS", credentials);
        return command.redirectErrorStream(true).start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        Soon.that("the program ends", () -> !process.isAlive());
        return process.exitValue();
    }

    private static URI address(BufferedReader lines) throws IOException {
        var address = ADDRESS.matcher(lines.readLine());
        assertThat(address.find()).isTrue();
        return URI.create(address.group());
    }

    /** Loaded again while an account is still being read: on a busy machine the first reading takes longer than a look waits. */
    private static String page(HttpClient client, URI address) throws IOException, InterruptedException {
        String body;
        do {
            body = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } while (body.contains("is still being read"));
        return body;
    }

    @Test
    void itPrintsItsAddressSaysThatItSimulatesAndEndsWhenItIsTold() throws IOException, InterruptedException {
        var process = served("");
        try (var lines = process.inputReader(StandardCharsets.UTF_8);
                var client = HttpClient.newHttpClient()) {
            var address = address(lines);

            assertThat(lines.readLine()).contains("Hightouch", "simulator");
            assertThat(page(client, address))
                    .contains("orders → Salesforce production", "played by the built-in simulator");

            process.destroy();

            assertThat(exitCode(process)).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The first look at a page is not kept waiting for as long as an account may take to be given up. */
    @Test
    void anAccountThatHangsIsSaidToBeStillBeingRead() throws IOException, InterruptedException {
        try (var simulators = Simulators.start(Clock.systemUTC())) {
            simulators
                    .stitchSimulator()
                    .faults()
                    .plan(Where.every("*", "/v4/**"), Fault.before(new Damage.Hang(Duration.ofMinutes(5))));
            var process = served(
                    "{\"hightouch/default\":{\"apiKey\":\"hidden\",\"baseUrl\":\"%s\"},\"stitch/slow\":{\"accessToken\":\"hidden\",\"baseUrl\":\"%s\"}}"
                            .formatted(simulators.hightouch(), simulators.stitch()));
            try (var lines = process.inputReader(StandardCharsets.UTF_8);
                    var client = HttpClient.newHttpClient()) {
                var first = client.send(HttpRequest.newBuilder(address(lines)).build(), BodyHandlers.ofString());

                assertThat(first.body()).contains("stitch/slow is still being read");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void whenItEndsItSaysWhichRunsGoOnWithoutIt() throws IOException, InterruptedException {
        try (var simulators = Simulators.start(Clock.systemUTC())) {
            var process = served("{\"hightouch/default\":{\"apiKey\":\"hidden\",\"baseUrl\":\"%s\"}}"
                    .formatted(simulators.hightouch()));
            try (var lines = process.inputReader(StandardCharsets.UTF_8);
                    var client = HttpClient.newHttpClient()) {
                run(client, address(lines));
                Soon.that(
                        "the run is started at Hightouch",
                        () -> !simulators
                                .hightouchSimulator()
                                .startedRunIds("1234567")
                                .isEmpty());

                // Not by the process itself, which would close what it says.
                process.toHandle().destroy();

                assertThat(lines.lines())
                        .anyMatch(line -> line.matches("No longer followed: Hightouch 1234567\\..*goes on there\\."));
                assertThat(exitCode(process)).isEqualTo(TERMINATED);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void run(HttpClient client, URI address) throws IOException, InterruptedException {
        var asked = page(client, address.resolve("/task/hightouch/default/1234567?ask=run"));
        var form = Jsoup.parse(asked).select("form.ask input").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var post = HttpRequest.newBuilder(address.resolve("/runs"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form));
        assertThat(client.send(post.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(303);
    }
}
