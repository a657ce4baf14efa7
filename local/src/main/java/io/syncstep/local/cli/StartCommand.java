package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.syncstep.local.aws.AwsTrouble;
import io.syncstep.local.aws.Follower;
import io.syncstep.local.aws.HistoryClock;
import io.syncstep.local.aws.Pause;
import io.syncstep.local.aws.StateMachineArn;
import io.syncstep.local.aws.StepFunctions;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Json;
import io.syncstep.sync.InvalidRequest;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Starts an execution in AWS, and follows it. */
@Command(
        name = "start",
        description =
                "Starts a request or a pipeline in AWS, and follows it to its end. Credentials come from where all of AWS's "
                        + "tools take them, the region from the ARN.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private final World world;
    private final AwsCredentialsProvider credentials;
    private final Pause pause;

    @Mixin
    private Input input = new Input();

    @Option(
            names = "--state-machine",
            paramLabel = "ARN",
            required = true,
            description = "The state machine: outputs SyncStateMachineArn and PipelineStateMachineArn of the stack.")
    private String machine = "";

    @Option(names = "--endpoint-url", paramLabel = "URL", description = "Where Step Functions is, if not in AWS.")
    private @Nullable URI endpoint;

    @Option(names = "--json", description = "Print one JSON object instead of text for a person.")
    private boolean json;

    StartCommand(World world) {
        this(world, DefaultCredentialsProvider.builder().build(), Thread::sleep);
    }

    StartCommand(World world, AwsCredentialsProvider credentials, Pause pause) {
        this.world = world;
        this.credentials = credentials;
        this.pause = pause;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return start(input.read(world.in()));
        } catch (InvalidRequest e) {
            try (var display = display(MissingNode.getInstance(), new HistoryClock(Clock.systemUTC()))) {
                return exitCode(NotStarted.because(e), display);
            }
        } catch (AwsTrouble e) {
            throw new Unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private int start(JsonNode input) throws InterruptedException {
        var stepFunctions = StepFunctions.of(StateMachineArn.parse(machine), usable(endpoint), credentials);
        var clock = new HistoryClock(Clock.systemUTC());
        try (var client = stepFunctions.client();
                var display = display(input, clock)) {
            var execution = stepFunctions.start(Json.write(input));
            world.err().println("Started " + execution);
            try (var _ = GoesOn.whenInterrupted(world.err(), execution)) {
                var follower = new Follower(client, clock, pause, world.err()::println);
                return exitCode(follower.toEnd(execution, display), display);
            }
        }
    }

    private static int exitCode(Execution ended, Display display) {
        display.ended(ended);
        return ended.status() == Execution.Status.SUCCEEDED ? 0 : 1;
    }

    private static @Nullable URI usable(@Nullable URI endpoint) {
        if (endpoint != null
                && (endpoint.getHost() == null || !endpoint.toString().matches("https?://.*"))) {
            throw new Unusable("--endpoint-url must begin with http:// or https:// and a host, got " + endpoint);
        }
        return endpoint;
    }

    private Display display(JsonNode input, Clock clock) {
        if (json) {
            return new JsonDisplay(world);
        }
        return input.has("stages")
                ? new PipelineDisplay(world.out(), world.terminal(), clock)
                : new PersonDisplay(world.out(), world.terminal(), clock);
    }
}
