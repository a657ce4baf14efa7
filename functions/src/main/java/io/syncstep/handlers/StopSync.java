package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.syncstep.sync.StopTheRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Stops a run whose time is up, where the provider can. */
public class StopSync implements RequestStreamHandler {

    private final SyncFunction function;

    /** For Lambda. */
    public StopSync() {
        this(Wiring.ofLambda());
    }

    public StopSync(Wiring wiring) {
        this.function = new SyncFunction(wiring);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        function.handle(event, answer, context, (sync, asked) -> new StopTheRun(sync).from(sync.runOrNew(asked.run())));
    }
}
