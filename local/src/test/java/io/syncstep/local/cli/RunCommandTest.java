package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
