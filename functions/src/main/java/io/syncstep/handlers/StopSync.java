package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.syncstep.json.Envelope;
import io.syncstep.sync.Answer;
import io.syncstep.sync.StopTheRun;
import io.syncstep.sync.Sync;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Stops a run whose time is up, where the provider can. */
public class StopSync implements RequestStreamHandler {

    private final SyncFunction function;

    /** For Lambda. */
    public StopSync() {
        this(Wiring.ofLambda());
        function.rehearse("StopSync");
    }

    public StopSync(Wiring wiring) {
        this.function = new SyncFunction(wiring, StopSync::stop);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        function.handle(event, answer, context);
    }

    static Answer stop(Sync sync, Envelope event) {
        return new StopTheRun(sync).from(sync.runWithId(event.run()));
    }
}
