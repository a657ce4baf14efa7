package io.syncstep.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Asked;
import io.syncstep.sync.Facts;
import io.syncstep.sync.Report;
import io.syncstep.sync.Run;
import io.syncstep.sync.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shapes results and failures as the contract has them. What is not known is absent. */
final class Reports {

    /**
     * Step Functions' limit on a Cause is 32,768 characters, and a workflow that started this execution gets the Cause inside
     * another: as a text within a JSON text, where each quotation mark and backslash counts twice.
     */
    static final int LONGEST_CAUSE = 15_000;

    /** Of 262,144 bytes that an output may have: beside it there are the request and the run in the state. */
    private static final int LARGEST_RESULT = 150_000;

    /** As the events' schemas say. */
    private static final int MOST_MEMBERS = 500;

    /** So much of a message is kept, if need be at the expense of members. */
    private static final int FIRST_WORDS = LONGEST_CAUSE / 4;

    private Reports() {}

    /**
     * The result of an execution that succeeded. Of one that failed {@code {"error","cause","event"}}: the cause as a text,
     * and as an object with the error beside it, since a state machine can't make one of the other.
     */
    static ObjectNode of(Report report) {
        return switch (report) {
            case Report.Result result -> result(result);
            case Report.Failure failure -> failure(failure);
        };
    }

    private static ObjectNode result(Report.Result result) {
        Run run = result.run();
        Facts facts = run.watch().facts();
        ObjectNode json = Json.MAPPER.createObjectNode();
        identify(json, Asked.by(result.request()), run);
        json.put("status", "succeeded");
        put(json, "providerStatus", facts.providerStatus());
        json.put("message", result.message());
        put(json, "triggeredAt", run.start().triggeredAt());
        put(json, "startedAt", facts.startedAt());
        put(json, "finishedAt", facts.finishedAt());
        put(json, "durationSeconds", seconds(run));
        json.put("checks", run.watch().checks());
        json.put("attached", run.attached());
        found(json, facts);
        Shortened.members(json, MOST_MEMBERS);
        Shortened.members(json, () -> json.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_RESULT);
        return json;
    }

    private static ObjectNode failure(Report.Failure failure) {
        ObjectNode cause = cause(failure);
        ObjectNode event = cause.deepCopy().put("error", failure.error().word());
        return Json.MAPPER
                .createObjectNode()
                .put("error", failure.error().word())
                .put("cause", cause.toString())
                .set("event", event);
    }

    private static ObjectNode cause(Report.Failure failure) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("message", failure.message());
        identify(json, failure.asked(), failure.run());
        Facts facts = failure.run() == null ? Facts.NONE : failure.run().watch().facts();
        put(json, "providerStatus", facts.providerStatus());
        put(json, "httpStatus", failure.httpStatus());
        found(json, facts);
        fit(json);
        return json;
    }

    private static void identify(ObjectNode json, Asked asked, @Nullable Run run) {
        put(json, "provider", asked.provider() == null ? null : asked.provider().word());
        put(json, "account", asked.account());
        put(json, "taskId", taskId(asked.task(), run));
        if (run != null) {
            put(json, "runId", run.runId());
            put(json, "previousRunIds", run.previousRunIds().isEmpty() ? null : run.previousRunIds());
        }
    }

    /** A slug is no id: until its sync has been looked up, the run carries the slug, and the id is not known. */
    private static @Nullable String taskId(@Nullable Task task, @Nullable Run run) {
        if (task == null) {
            return null;
        }
        return run == null || run.taskId().equals(task.label()) ? task.id().orElse(null) : run.taskId();
    }

    private static void found(ObjectNode json, Facts facts) {
        put(json, "url", facts.url());
        put(json, "rows", facts.rows());
        put(json, "phases", facts.phases());
        put(json, "members", facts.members());
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.set(field, Json.MAPPER.valueToTree(value));
        }
    }

    private static @Nullable Long seconds(Run run) {
        Facts facts = run.watch().facts();
        Instant from =
                facts.startedAt() != null ? facts.startedAt() : run.start().triggeredAt();
        Instant to = facts.finishedAt();
        return from == null || to == null
                ? null
                : Math.max(0, Duration.between(from, to).toSeconds());
    }

    /** The message gives way first, but for its beginning, then members that succeeded, then the others. */
    private static void fit(ObjectNode json) {
        Shortened.members(json, MOST_MEMBERS);
        cutMessage(json, FIRST_WORDS);
        Shortened.members(json, () -> isTooLong(json));
        if (isTooLong(json)) {
            json.remove("previousRunIds");
        }
        cutMessage(json, 1);
    }

    private static void cutMessage(ObjectNode json, int fewest) {
        for (int most = LONGEST_CAUSE / 2; isTooLong(json) && most >= fewest; most /= 2) {
            Shortened.message(json, most);
        }
    }

    private static boolean isTooLong(ObjectNode cause) {
        return cause.toString().length() > LONGEST_CAUSE;
    }
}
