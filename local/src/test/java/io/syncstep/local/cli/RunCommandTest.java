package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep run}: exit codes, the JSON object, and what a person reads. */
class RunCommandTest {

    private static final String HIGHTOUCH = "{\"provider\":\"hightouch\",\"syncId\":1234567}";

    @Test
    void aSyncThatSucceedsExitsWith0AndPrintsOneObject() {
        var result = new Console().type(HIGHTOUCH).call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines()).hasSize(1);
        var json = result.json();
        assertThat(json.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(json.at("/output/status").asText()).isEqualTo("succeeded");
        assertThat(json.has("error") || json.has("cause")).isFalse();
        assertThat(json.path("transitions").asInt()).isPositive();
        assertThat(json.path("waits")
                        .valueStream()
                        .mapToLong(wait -> wait.asLong())
                        .sum())
                .isEqualTo(json.path("waitedSeconds").asLong())
                .isPositive();
    }

    @Test
    void checksThatCostMoreAreFewer() {
        String request = "{\"provider\":\"dbt\",\"jobId\":43167}";
        var cheap = new Console().set("SYNCSTEP_CHECK_COST_SECONDS", "0.1").type(request);
        var dear = new Console().set("SYNCSTEP_CHECK_COST_SECONDS", "60").type(request);

        var often = cheap.call("run", "-", "--json", "--virtual-time").json().path("waits");
        var seldom = dear.call("run", "-", "--json", "--virtual-time").json().path("waits");

        assertThat(often.size()).isGreaterThan(seldom.size());
        assertThat(seldom).isNotEmpty();
    }

    @Test
    void aProviderWithoutCredentialIsSimulatedAndThatIsSaid() {
        assertThat(new Console()
                        .type(HIGHTOUCH)
                        .call("run", "-", "--json", "--virtual-time")
                        .err())
                .contains("Hightouch", "simulator");
        assertThat(new Console()
                        .type(HIGHTOUCH)
                        .call("run", "-", "--virtual-time")
                        .out())
                .contains("Hightouch", "simulator");
    }

    @Test
    void anAccountThatIsMissingAmongOthersIsNotSimulated() {
        var result = new Console()
                .type("{\"provider\":\"hightouch\",\"syncId\":1,\"account\":\"acme\"}")
                .set("SYNCSTEP_CREDENTIALS", "{\"hightouch/default\":{\"apiKey\":\"hidden-key\"}}")
                .call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("CredentialNotFound");
        assertThat(result.json().path("cause").isObject()).isTrue();
        assertThat(result.out() + result.err()).doesNotContain("hidden-key", "simulator");
    }

    @Test
    void anEmptyVariableIsAnAbsentOne() {
        var result = new Console()
                .type(HIGHTOUCH)
                .set("SYNCSTEP_CREDENTIALS", "")
                .call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"secret\"]", "secret", "{\"secret\"", "\"secret\""})
    void credentialsThatAreNoObjectExitWith2AndAreNotPrinted(String credentials) {
        var result = new Console()
                .type(HIGHTOUCH)
                .set("SYNCSTEP_CREDENTIALS", credentials)
                .call("run", "-", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("SYNCSTEP_CREDENTIALS").doesNotContain("secret");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void anEntryOfAnUnknownProviderExitsWith2RatherThanBeingSimulatedInSilence() {
        var result = new Console()
                .type("{\"provider\":\"dbt\",\"jobId\":1}")
                .set("SYNCSTEP_CREDENTIALS", "{\"dbtt/default\":{\"serviceToken\":\"hidden\",\"accountId\":1}}")
                .call("run", "-", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("dbtt/default").doesNotContain("hidden");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "nonsense", "{\"provider\":}"})
    void whatIsNoJsonExitsWith2(String text) {
        var result = new Console().type(text).call("run", "-", "--json");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("standard input is not JSON");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whatIsNoUtf8ExitsWith2() {
        var result = new Console().type(new byte[] {'"', (byte) 0xff, '"'}).call("run", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("UTF-8");
    }

    @Test
    void aFileThatIsNotThereOrMuchTooLargeExitsWith2(@TempDir Path folder) throws IOException {
        var large = Files.writeString(folder.resolve("large.json"), " ".repeat(1024 * 1024 + 1));

        assertThat(new Console().call("run", folder.resolve("none.json").toString()))
                .returns(2, Console.Result::exitCode)
                .extracting(Console.Result::err)
                .asString()
                .contains("none.json");
        assertThat(new Console().call("run", large.toString()))
                .returns(2, Console.Result::exitCode)
                .extracting(Console.Result::err)
                .asString()
                .contains("1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "null", "0", "false", "\"\"", "\"text\""})
    void jsonThatIsNoObjectIsAnInvalidRequest(String text) {
        var result = new Console().type(text).call("run", "-", "--json", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("InvalidRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"provider\":\"stitch\",\"provider\":\"stitch\"}", "{\"provider\":\"stitch\"} {}"})
    void aKeyTwiceOrTextBehindTheObjectIsAnInvalidRequestThatNeverStarts(String text) {
        var json = new Console().type(text).call("run", "-", "--json").json();

        assertThat(json.path("error").asText()).isEqualTo("InvalidRequest");
        assertThat(json.at("/cause/message").asText()).isNotEmpty();
        assertThat(json.path("transitions").asInt()).isZero();
        assertThat(json.path("waits").isArray()).isTrue();
    }

    @Test
    void badUsageExitsWith2() {
        assertThat(new Console().call().exitCode()).isEqualTo(2);
        assertThat(new Console().call("run").exitCode()).isEqualTo(2);
        assertThat(new Console().call("run", "-", "--fast").exitCode()).isEqualTo(2);
        assertThat(new Console().call("run", "-", "--machine", "other").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aPipelineIsOneObjectThatCountsTheStepsOfItsTasks() {
        var result = new Console()
                .call(
                        "run",
                        "../events/requests/nightly-pipeline.json",
                        "--machine",
                        "pipeline",
                        "--json",
                        "--virtual-time");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines()).hasSize(1);
        var json = result.json();
        assertThat(json.at("/output/stages")).hasSize(3);
        assertThat(json.path("transitions").asInt()).isGreaterThan(40);
        assertThat(json.path("waits").size()).isGreaterThan(4);
        assertThat(result.err()).contains("Hightouch", "Stitch");
    }

    @Test
    void aPipelineShowsALineForEachTaskThatStartsAndThatEnds() {
        var result = new Console()
                .call("run", "../events/requests/nightly-pipeline.json", "--machine", "pipeline", "--virtual-time");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().filter(line -> line.contains("started")))
                .hasSize(5);
        assertThat(result.out().lines().filter(line -> line.contains("+ Succeeded")))
                .hasSize(6);
        assertThat(result.out())
                .containsPattern("ingest +stitch 120643 +started")
                .containsPattern("Hightouch is played by [^\n]+\nStitch is played by [^\n]+\n.*\n\n +0:00")
                .contains("5 tasks in 3 stages of the pipeline nightly");
    }

    @Test
    void aPipelineThatFailsExitsWith1AndNamesTheTask() {
        var file = "../events/requests/failing-pipeline.json";

        var person = new Console().call("run", file, "--machine", "pipeline", "--virtual-time");
        var json = new Console().call("run", file, "--machine", "pipeline", "--virtual-time", "--json");

        assertThat(person.exitCode()).isEqualTo(1);
        assertThat(person.out())
                .containsPattern("ingest +stitch 9000001 +x SyncFailed")
                .contains("x PipelineFailed: 1 of 3 tasks")
                .doesNotContain("activate ");
        assertThat(json.json().path("error").asText()).isEqualTo("PipelineFailed");
        assertThat(json.json().at("/cause/notStarted/0/taskId").asText()).isEqualTo("1234567");
    }

    @Test
    void aRequestIsNoPipeline() {
        var result = new Console().type(HIGHTOUCH).call("run", "-", "--machine", "pipeline", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("InvalidRequest");
    }

    @Test
    void aPipeGetsAPlainLineForEachStateEachTimeItIsEntered() {
        var result = new Console()
                .type("{\"provider\":\"hightouch\",\"syncId\":1234567,\"maxWaitSeconds\":5}")
                .call("run", "-", "--virtual-time");

        assertThat(result.out()).contains("Start the run", "Check the run", "Succeeded", "773");
        assertThat(result.out().chars()).allMatch(c -> c == '\n' || c >= ' ');
        var checks = result.out()
                .lines()
                .filter(line -> line.contains("Check the run"))
                .count();
        assertThat(checks).isGreaterThan(1);
        assertThat(result.out()).contains(checks + " checks").containsPattern("Wait for the run +\\d+ s\n");
        assertThat(result.out().lines().filter(line -> line.contains("Wait for the run")))
                .hasSize((int) checks);
    }

    @Test
    void aTerminalGetsColourAndALiveLineAndNoColourIfUnwanted() {
        var coloured =
                new Console().type(HIGHTOUCH).in(new Terminal(true, true, true)).call("run", "-", "--virtual-time");
        var plain = new Console()
                .type(HIGHTOUCH)
                .in(new Terminal(true, false, true))
                .call("run", "-", "--virtual-time");

        assertThat(coloured.out()).contains("\u001b[32;1m", "\r\u001b[2K", "✔");
        assertThat(plain.out()).contains("\r\u001b[2K").doesNotContain("\u001b[32");
    }

    @Test
    void aFailureNamesItsErrorAndWhy() {
        var result = new Console().type("{\"provider\":\"hightouch\"}").call("run", "-", "--virtual-time");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("InvalidRequest: ");
    }
}
