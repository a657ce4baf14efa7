package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.json.RequestParser;
import io.syncstep.local.words.Words;
import io.syncstep.pipeline.PipelineParser;
import io.syncstep.sync.InvalidRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether a state machine would take a request or a pipeline, by the rules of the functions themselves. Runs nothing. */
@Command(
        name = "check",
        description =
                "Says whether a request or a pipeline is valid, and what is wrong with it. Runs nothing, and calls "
                        + "nobody. Exit code: 0 valid, 1 not, 2 bad usage or unreadable input.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private Input input = new Input();

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            description = "The state machine that is to take it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Machine machine = Machine.sync;

    CheckCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try {
            var json = input.read(world.in());
            machine.hint(json).ifPresent(world.err()::println);
            world.out().println(valid(json));
            return 0;
        } catch (InvalidRequest e) {
            world.out().println("InvalidRequest: " + Words.printable(e.words()));
            return 1;
        }
    }

    private String valid(JsonNode json) {
        return switch (machine) {
            case sync -> {
                var request = RequestParser.parse(json);
                yield "A valid request: %s %s."
                        .formatted(
                                request.provider().word(),
                                Words.printable(request.task().label()));
            }
            case pipeline -> {
                var pipeline = PipelineParser.parse(json);
                yield "A valid pipeline: %d tasks in %d stages."
                        .formatted(pipeline.countTasks(), pipeline.stages().size());
            }
        };
    }
}
