package io.syncstep.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.Refusal;
import io.syncstep.sync.StartAnswer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A start call: sends it, and sorts what came of it by whether a run may have been started. */
public final class StartCall {

    /** What the JSON of an answer means, in the provider's own terms. */
    public sealed interface Meaning {

        record StartedRun(String runId) implements Meaning {}

        record AlreadyRunning() implements Meaning {}

        /** The provider's own error object: a no, whatever the code. */
        record ErrorObject() implements Meaning {}

        record Unclear() implements Meaning {}
    }

    private final Api api;
    private final Function<JsonNode, Meaning> reader;

    /** A call whose answers the reader understands. */
    public StartCall(Api api, Function<JsonNode, Meaning> reader) {
        this.api = api;
        this.reader = reader;
    }

    /**
     * Sends the call, once.
     *
     * @param body the JSON to send, or null for none
     */
    public StartAnswer post(String path, @Nullable String body) {
        return switch (api.write("POST", path, body)) {
            case Reply.NotSent not -> new StartAnswer.NotProcessed(api.trouble(not.why()), false);
            case Reply.Lost lost -> new StartAnswer.InDoubt(lost.why(), null);
            case Reply.Answered answered -> sort(answered);
        };
    }

    private StartAnswer sort(Reply.Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return new StartAnswer.NotProcessed(api.trouble(answered), true);
        }
        if (status >= 300 && status < 500) {
            return meaning(answered) instanceof Meaning.AlreadyRunning
                    ? new StartAnswer.AlreadyRunning()
                    : new StartAnswer.Rejected(api.refusal(answered));
        }
        return answered.isSuccess() ? accepted(answered) : inDoubt(answered);
    }

    private StartAnswer accepted(Reply.Answered answered) {
        return switch (meaning(answered)) {
            case Meaning.StartedRun run -> new StartAnswer.Started(run.runId());
            case Meaning.AlreadyRunning ignored -> new StartAnswer.AlreadyRunning();
            case Meaning.ErrorObject ignored -> new StartAnswer.Rejected(api.refusal(answered));
            case Meaning.Unclear ignored ->
                new StartAnswer.InDoubt(answered.words() + " that names no run", answered.status());
        };
    }

    private Meaning meaning(Reply.Answered answered) {
        JsonNode json = answered.json();
        Meaning meaning = json == null ? new Meaning.Unclear() : reader.apply(json);
        return meaning instanceof Meaning.StartedRun run && !api.isTellable(run.runId())
                ? new Meaning.Unclear()
                : meaning;
    }

    private StartAnswer inDoubt(Reply.Answered answered) {
        Refusal refusal = api.refusal(answered);
        return new StartAnswer.InDoubt(refusal.words(), refusal.httpStatus());
    }
}
