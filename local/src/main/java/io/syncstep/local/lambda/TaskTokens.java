package io.syncstep.local.lambda;

import io.syncstep.history.Callback;
import io.syncstep.local.engine.Json;
import io.syncstep.local.engine.TaskAnswer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What functions have sent under the tokens of Tasks. */
public final class TaskTokens implements Callback {

    private final Map<String, TaskAnswer> answers = new ConcurrentHashMap<>();

    @Override
    public void succeed(String token, String output) {
        answers.putIfAbsent(token, new TaskAnswer.Succeeded(Json.read(output)));
    }

    @Override
    public void fail(String token, String error, String cause) {
        answers.putIfAbsent(token, new TaskAnswer.Failed(error, cause));
    }

    /** Missing when nothing was sent. */
    TaskAnswer take(String token) {
        return answers.getOrDefault(token, new TaskAnswer.Missing());
    }
}
