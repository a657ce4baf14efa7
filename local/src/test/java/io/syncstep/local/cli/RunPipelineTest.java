package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code syncstep run --machine pipeline}: the exit code, the JSON object, and what a person reads of its tasks. */
class RunPipelineTest {

    private static final String HIGHTOUCH = "{\"provider\":\"hightouch\",\"syncId\":1234567}";

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
}
