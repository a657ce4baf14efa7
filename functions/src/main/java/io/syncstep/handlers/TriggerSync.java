package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.syncstep.json.Envelope;
import io.syncstep.sync.Answer;
import io.syncstep.sync.StartTheRun;
import io.syncstep.sync.Sync;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends the start call of a sync, once. Not to be retried on doubt: a second call starts a second run. */
public class TriggerSync implements RequestStreamHandler {

    private final SyncFunction function;

    /** For Lambda. */
    public TriggerSync() {
        this(Wiring.ofLambda());
        function.rehearse("TriggerSync");
    }

    public TriggerSync(Wiring wiring) {
        this.function = new SyncFunction(wiring, TriggerSync::start);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        function.handle(event, answer, context);
    }

    static Answer start(Sync sync, Envelope event) {
        return new StartTheRun(sync).from(sync.runWithId(event.run()));
    }
}
