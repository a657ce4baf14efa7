package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.syncstep.credentials.CredentialNotFound;
import io.syncstep.http.Http;
import io.syncstep.json.Envelope;
import io.syncstep.json.RequestParser;
import io.syncstep.sync.Answer;
import io.syncstep.sync.Asked;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Provider;
import io.syncstep.sync.Report;
import io.syncstep.sync.Request;
import io.syncstep.sync.Sync;
import io.syncstep.sync.SyncError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What every function does around its one step: reads the event, picks the provider, writes the answer. */
final class SyncFunction {

    /** The step of a function. */
    interface Step {
        Answer take(Sync sync, Envelope event);
    }

    private final Wiring wiring;
    private final Providers providers;

    private final Step step;

    SyncFunction(Wiring wiring, Step step) {
        this(wiring, new Http(), step);
    }

    private SyncFunction(Wiring wiring, Http http, Step step) {
        this.wiring = wiring;
        this.providers = new Providers(wiring, http);
        this.step = step;
    }

    /** Has the events played that the script has for a function. */
    void rehearse(String function) {
        Rehearsal.of((script, props) -> rehearse(function, step, script, props));
    }

    static void rehearse(String function, Step step, Script script, Props props) {
        SyncFunction rehearsed = new SyncFunction(Wiring.of(props), props.http(), step);
        for (String event : script.events(function)) {
            Answer answer = rehearsed.answer(event);
            Envelope.logLine(answer);
            Envelope.write(answer);
        }
    }

    void handle(InputStream event, OutputStream out, Context context) throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answer(text);
        context.getLogger().log(Envelope.logLine(answer), LogLevel.INFO);
        out.write(Envelope.write(answer).getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(String text) {
        try {
            return answer(Envelope.read(text, wiring.clock().instant()));
        } catch (InvalidRequest invalid) {
            return refused(invalid, Asked.NOTHING);
        }
    }

    private Answer answer(Envelope event) {
        try {
            return answer(event, RequestParser.parse(event.request()));
        } catch (InvalidRequest invalid) {
            return refused(invalid, RequestParser.asked(event.request()));
        }
    }

    private static Answer refused(InvalidRequest invalid, Asked asked) {
        return Answer.fail(new Report.Failure(SyncError.INVALID_REQUEST, invalid.words(), asked, null, null));
    }

    private Answer answer(Envelope event, Request request) {
        try {
            Provider provider = providers.of(request, event.execution(), event.isStarted());
            Sync sync = new Sync(request, event.execution(), provider, wiring.clock(), wiring.checkCost());
            return step.take(sync, event);
        } catch (CredentialNotFound missing) {
            return Answer.fail(new Report.Failure(
                    SyncError.CREDENTIAL_NOT_FOUND,
                    missing.words(),
                    request,
                    event.run().orElse(null),
                    null));
        }
    }
}
