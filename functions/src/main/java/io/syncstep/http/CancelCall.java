package io.syncstep.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.StopAnswer;
import java.util.function.Predicate;

/** A call that stops a run: sends it, and sorts what came of it. */
public final class CancelCall {

    private final Api api;
    private final Predicate<JsonNode> isError;

    /**
     * A call to this API.
     *
     * @param isError whether the JSON of a 2xx is the provider's own error object: a no, whatever the code
     */
    public CancelCall(Api api, Predicate<JsonNode> isError) {
        this.api = api;
        this.isError = isError;
    }

    /** Sends it, once. */
    public StopAnswer once(String method, String path) {
        return sorted(api.write(method, path, null));
    }

    /** Sends it, and once more when the answer was lost or a 5xx: only where a second such call can stop nothing else. */
    public StopAnswer onceMoreOnDoubt(String method, String path) {
        Reply first = api.writeOneOfTwo(method, path, null);
        return sorted(isInDoubt(first) ? api.writeOneOfTwo(method, path, null) : first);
    }

    private static boolean isInDoubt(Reply reply) {
        return switch (reply) {
            case Reply.NotSent ignored -> false;
            case Reply.Lost ignored -> true;
            case Reply.Answered answered -> answered.status() >= 500;
        };
    }

    private StopAnswer sorted(Reply reply) {
        return switch (reply) {
            case Reply.NotSent not -> new StopAnswer.NotStopped(not.why());
            case Reply.Lost lost -> new StopAnswer.NotStopped(lost.why());
            case Reply.Answered answered when answered.isSuccess() && !isError(answered) -> new StopAnswer.Stopped();
            case Reply.Answered answered ->
                new StopAnswer.NotStopped(api.refusal(answered).words());
        };
    }

    private boolean isError(Reply.Answered answered) {
        JsonNode json = answered.json();
        return json != null && isError.test(json);
    }
}
