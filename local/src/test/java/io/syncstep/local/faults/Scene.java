package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Limits;
import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Listener;
import io.syncstep.local.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * An execution among faults.
 *
 * @param start when it begins
 * @param request the input of the state machine
 * @param set prepares the provider
 */
record Scene(Side side, Instant start, Limits limits, String request, Consumer<Stage> set, List<Strike> strikes) {

    private static final JsonNode DEFINITION = Json.read(Stage.read("../statemachine/sync.asl.json"));

    /** On the fast walk. */
    Played play() {
        return play((stage, listener) ->
                new Walk(DEFINITION, stage.functions(), stage.time(), listener).toEnd(Json.read(request)));
    }

    /** On the engine of the command line. */
    Played playOnTheEngine() {
        return play((stage, listener) -> stage.execute(request, listener));
    }

    private Played play(BiFunction<Stage, Listener, Execution> interpreter) {
        try (Stage stage = new Stage(start, limits)) {
            set.accept(stage);
            List<Strike> struck = new ArrayList<>();
            List<String> leaks = new ArrayList<>();
            stage.platform(functions -> new StruckFunctions(functions, stage, side, strikes, struck));
            Execution execution = interpreter.apply(stage, listener(leaks));
            scan(execution.output() + "\n" + execution.error() + "\n" + execution.cause(), leaks);
            long seconds =
                    Duration.between(start, stage.time().clock().instant()).toSeconds();
            return new Played(
                    execution,
                    side.started(stage),
                    side.requestsElsewhere(stage),
                    seconds,
                    List.copyOf(struck),
                    List.copyOf(leaks),
                    Truth.of(side, stage));
        }
    }

    private static Listener listener(List<String> leaks) {
        return event -> {
            if (event instanceof Listener.Entered entered) {
                scan(entered.data().toString(), leaks);
            }
        };
    }

    private static void scan(String text, List<String> leaks) {
        Secrets.in(text).ifPresent(leaks::add);
    }
}
