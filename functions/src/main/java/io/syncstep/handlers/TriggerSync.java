package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends the start call of a sync, once. */
public class TriggerSync implements RequestStreamHandler {

    private final Wiring wiring;

    public TriggerSync(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        throw new UnsupportedOperationException(wiring.toString());
    }
}
