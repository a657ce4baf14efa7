package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.syncstep.json.Envelope;
import io.syncstep.sync.Answer;
import io.syncstep.sync.BeforeStart;
import io.syncstep.sync.CheckTheRun;
import io.syncstep.sync.FindTheRun;
import io.syncstep.sync.Run;
import io.syncstep.sync.Sync;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Looks: before the start, for a run whose start was not confirmed, and how a run stands. Reads only, so that it may be repeated. */
public class CheckSync implements RequestStreamHandler {

    private final SyncFunction function;

    /** For Lambda. */
    public CheckSync() {
        this(Wiring.ofLambda());
        function.rehearse("CheckSync");
    }

    public CheckSync(Wiring wiring) {
        this.function = new SyncFunction(wiring, CheckSync::look);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        function.handle(event, answer, context);
    }

    static Answer look(Sync sync, Envelope event) {
        Run run = sync.runOrNew(event.run());
        return switch (event.next()) {
            case "follow" -> new CheckTheRun(sync).from(run);
            case "find" -> new FindTheRun(sync).from(run, event.lost().orElse(null));
            default -> new BeforeStart(sync).from(run);
        };
    }
}
