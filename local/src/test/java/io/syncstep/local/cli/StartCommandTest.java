package io.syncstep.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** {@code syncstep start}: what is started, what is said of it, and the exit codes. */
class StartCommandTest {

    private static final String REQUEST = "{\"provider\":\"stitch\",\"sourceId\":120643}";
    private static final AwsCredentialsProvider SOME =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "example"));

    @AutoClose
    private final StepFunctionsOverHttp aws = new StepFunctionsOverHttp();

    @Test
    void anExecutionThatSucceedsExitsWith0AndPrintsOneObject() {
        var result = start(REQUEST, "--json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.json())
                .hasToString("{\"status\":\"SUCCEEDED\",\"output\":{\"status\":\"succeeded\"},\"transitions\":0,"
                        + "\"waitedSeconds\":0,\"waits\":[]}");
        assertThat(result.err()).contains("Started arn:aws:states:eu-central-1:123456789012:execution:sync:syncstep-");
        assertThat(aws.starts())
                .singleElement()
                .satisfies(start -> assertThat(start.path("input").asText()).isEqualTo(REQUEST));
    }

    @Test
    void aLostAnswerStartsNothingTwiceAndTheExecutionIsFollowed() {
        aws.loseAnswers(1);

        var result = start(REQUEST, "--json");

        assertThat(result.exitCode()).isZero();
        assertThat(aws.starts()).hasSizeGreaterThan(1);
        assertThat(aws.executions()).hasSize(1);
        assertThat(result.err())
                .contains("execution:sync:" + aws.executions().iterator().next());
    }

    @Test
    void aFailureAnAbortAndATimeOutExitWith1() {
        aws.ending("""
                {"type":"ExecutionFailed","id":2,"timestamp":1,"executionFailedEventDetails":{"error":"SyncFailed","cause":"{\\"message\\":\\"no\\"}"}}""");
        assertThat(start(REQUEST, "--json"))
                .returns(1, Console.Result::exitCode)
                .extracting(result -> result.json().at("/cause/message").asText())
                .isEqualTo("no");
        aws.ending("{\"type\":\"ExecutionAborted\",\"id\":2,\"timestamp\":1}");
        assertThat(start(REQUEST))
                .returns(1, Console.Result::exitCode)
                .extracting(Console.Result::out)
                .asString()
                .contains("ABORTED");
        aws.ending("{\"type\":\"ExecutionTimedOut\",\"id\":2,\"timestamp\":1}");
        assertThat(start(REQUEST, "--json"))
                .returns(1, Console.Result::exitCode)
                .extracting(result -> result.json().path("status").asText())
                .isEqualTo("TIMED_OUT");
    }

    @Test
    void whatMeansNothingForCertainIsAnInvalidRequestThatNeverStarts() {
        var result = start("{\"provider\":\"stitch\",\"provider\":\"dbt\"}", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.json().path("error").asText()).isEqualTo("InvalidRequest");
        assertThat(aws.starts()).isEmpty();
    }

    @Test
    void anUnknownStateMachineExitsWith2() {
        var result = call(SOME, REQUEST, StepFunctionsOverHttp.MACHINE + "s", aws.url());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no state machine " + StepFunctionsOverHttp.MACHINE + "s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sync", "arn:aws:states:eu-central-1:123456789012:execution:sync:e", "arn:aws:lambda:x"})
    void anArnOfSomethingElseExitsWith2(String arn) {
        var result = call(SOME, REQUEST, arn, aws.url());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(":stateMachine:NAME, got " + arn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8083", "ftp://127.0.0.1", "http:"})
    void anEndpointThatIsNoneExitsWith2(String url) {
        assertThat(call(SOME, REQUEST, StepFunctionsOverHttp.MACHINE, url).exitCode())
                .isEqualTo(2);
    }

    @Test
    void anEndpointThatCantBeReachedExitsWith2AndNamesTheExecution() {
        var url = aws.url();
        aws.close();

        var result = call(SOME, REQUEST, StepFunctionsOverHttp.MACHINE, url);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("could not be reached", "If a call arrived all the same", "sync:syncstep-");
    }

    @Test
    void withoutCredentialsItExitsWith2() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials");
        };

        var result = call(none, REQUEST, StepFunctionsOverHttp.MACHINE, aws.url());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("no AWS credentials", "AWS_PROFILE");
        assertThat(aws.starts()).isEmpty();
    }

    @Test
    void aFileThatCantBeReadExitsWith2() {
        assertThat(start("{").exitCode()).isEqualTo(2);
        assertThat(new Console().call("start", "-").exitCode()).isEqualTo(2);
    }

    @Test
    void whoStopsFollowingIsToldThatTheExecutionGoesOn() {
        var err = new ByteArrayOutputStream();

        GoesOn.say(new PrintStream(err, true, StandardCharsets.UTF_8), "arn:e");

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("goes on: arn:e", "stop-execution --execution-arn arn:e");
    }

    private Console.Result start(String input, String... options) {
        return call(SOME, input, StepFunctionsOverHttp.MACHINE, aws.url(), options);
    }

    private static Console.Result call(
            AwsCredentialsProvider credentials, String input, String arn, String url, String... options) {
        return new Console().type(input).start(credentials, arn, url, options);
    }
}
