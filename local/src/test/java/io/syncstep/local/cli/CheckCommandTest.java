package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code syncstep check}: what the state machine would refuse is told before, and nothing is run. */
class CheckCommandTest {

    @ParameterizedTest
    @CsvSource({"hightouch,sync", "dbt-full,sync", "nightly-pipeline,pipeline"})
    void aSampleIsValid(String sample, String machine) {
        var result = new Console().call("check", "../events/requests/" + sample + ".json", "--machine", machine);

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("A valid ");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"provider":"dbt","jobId":1,"minWaitSeconds":60,"maxWaitSeconds":30} | minWaitSeconds must not be above
                    {"provider":"dbt","jobId":1,"jobId":2}                               | jobId must be there once
                    {"provider":"dbt","jobId":1.0}                                       | jobId must be an integer
                    {"provider":"dbt","jobId":7e4}                                       | jobId must be an integer
                    {"provider":"dbt","jobId":1,"ifRuning":"attach"}                     | ifRuning is not a field of a request, got "attach"
                    {"provider":"dbtt","jobId":1}                                        | provider must be one of
                    {"provider":"dbt"}                                                   | jobId is required
                    {"provider":"dbt","jobId":1} {}                                      | nothing behind it
                    """)
    void aMistakeIsToldAsTheMachineWouldTellIt(String request, String words) {
        var result = new Console().type(request).call("check", "-");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).startsWith("InvalidRequest: ").contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void aPipelineForTheMachineOfRequestsGetsAHint(String command) {
        var result = new Console().call(command, "../events/requests/nightly-pipeline.json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--machine pipeline");
    }

    @Test
    void whatIsNoJsonExitsWith2() {
        assertThat(new Console().type("{").call("check", "-").exitCode()).isEqualTo(2);
        assertThat(new Console().call("check").exitCode()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsCalledByItsName() {
        var result = new Console().type("\uFEFF{}").call("check", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("BOM");
    }
}
