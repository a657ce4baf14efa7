package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.syncstep.history.Ending;
import io.syncstep.history.ExecutionHistory;
import io.syncstep.http.Http;
import io.syncstep.json.AftermathLine;
import io.syncstep.json.Envelope;
import io.syncstep.json.RequestParser;
import io.syncstep.sync.Abort;
import io.syncstep.sync.Aftermath;
import io.syncstep.sync.Next;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Request;
import io.syncstep.sync.StopAfterAbort;
import io.syncstep.sync.Sync;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Stops the run of an execution that was aborted or timed out from outside, as EventBridge tells of it. Called
 * asynchronously: what it throws, Lambda tries again, twice.
 */
public class StopAbortedSync implements RequestStreamHandler {

    private final ExecutionHistory history;
    private final Providers providers;
    private final Wiring wiring;

    /** For Lambda. */
    public StopAbortedSync() {
        this(Wiring.ofLambda(), ExecutionHistory.ofLambda());
        Rehearsal.of(StopAbortedSync::rehearse);
    }

    public StopAbortedSync(Wiring wiring, ExecutionHistory history) {
        this(wiring, history, new Http());
    }

    private StopAbortedSync(Wiring wiring, ExecutionHistory history, Http http) {
        this.history = history;
        this.providers = new Providers(wiring, http);
        this.wiring = wiring;
    }

    static void rehearse(Script script, Props props) throws IOException {
        ExecutionHistory history = new ExecutionHistory(props.client(ExecutionHistory.client()));
        StopAbortedSync rehearsed = new StopAbortedSync(Wiring.of(props), history, props.http());
        for (String event : script.events("StopAbortedSync")) {
            StatusChange change = StatusChange.of(EventReader.read(event.getBytes(StandardCharsets.UTF_8)));
            AftermathLine.of(change.executionArn(), change.status(), rehearsed.settle(change));
        }
    }

    /** Answers with a sentence for a person, as a JSON text. */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String sentence = handleRequest(EventReader.read(event.readAllBytes()), context);
        answer.write(EventReader.quoted(sentence));
    }

    /** The same with the event as a type. */
    public String handleRequest(ScheduledEvent event, Context context) {
        StatusChange change = StatusChange.of(event);
        Aftermath aftermath = settle(change);
        context.getLogger()
                .log(AftermathLine.of(change.executionArn(), change.status(), aftermath), level(aftermath.outcome()));
        if (aftermath.outcome() == Aftermath.Outcome.NOT_SETTLED) {
            throw new NotSettled(aftermath.message());
        }
        return aftermath.message();
    }

    private static LogLevel level(Aftermath.Outcome outcome) {
        return switch (outcome) {
            case STOPPED, NOTHING_TO_STOP -> LogLevel.INFO;
            case GOES_ON, IN_DOUBT, NOT_SETTLED -> LogLevel.WARN;
        };
    }

    private Aftermath settle(StatusChange change) {
        return switch (history.endingOf(change.executionArn())) {
            case Ending.AtTheStart ignored -> Aftermath.nothing("The execution had just begun; nothing was started.");
            case Ending.Redriven ignored -> Aftermath.nothing("The execution was redriven since; nothing was done.");
            case Ending.After after -> settle(change, after.state(), after.underWay());
        };
    }

    private Aftermath settle(StatusChange change, Envelope state, boolean underWay) {
        if (state.run().isEmpty()) {
            // Its request may not even be valid.
            return Aftermath.nothing("The task had not been looked at; nothing was started.");
        }
        Request request = RequestParser.parse(state.request());
        Provider provider = providers.of(request, state.execution(), false);
        Sync sync = new Sync(request, state.execution(), provider, wiring.clock());
        Next next = Next.of(state.next());
        Abort abort = new Abort(change.isTimeout(), next, underWay, state.lost().orElse(null));
        return new StopAfterAbort(sync, abort).of(state.run().get());
    }
}
