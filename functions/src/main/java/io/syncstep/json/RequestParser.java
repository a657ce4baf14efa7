package io.syncstep.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.sync.Asked;
import io.syncstep.sync.IfRunning;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.OnWarning;
import io.syncstep.sync.ProviderName;
import io.syncstep.sync.Request;
import io.syncstep.sync.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Request} of the JSON that a user sent, or says what is wrong with it: field, rule and value. */
public final class RequestParser {

    /** What AWS asks a workflow to add to the input of one that it starts, so that the console links the two. */
    private static final String STARTED_BY = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    private static final List<String> COMMON = List.of(
            "provider",
            "account",
            STARTED_BY,
            "ifRunning",
            "timeoutSeconds",
            "stopOnTimeout",
            "minWaitSeconds",
            "maxWaitSeconds");
    private static final List<String> HIGHTOUCH =
            List.of("syncId", "syncSlug", "sequenceId", "fullResync", "onWarning", "maxFailedRows");
    private static final List<String> STITCH = List.of("sourceId");
    private static final List<String> DBT = List.of("jobId");
    private static final List<String> NOT_FOR_SEQUENCES = List.of("fullResync", "maxFailedRows");

    private final RequestFields fields;
    private final AskedFields asked;
    private final ProviderName provider;

    private RequestParser(RequestFields fields) {
        this.fields = fields;
        this.asked = new AskedFields(fields);
        this.provider = asked.provider();
    }

    /**
     * Reads a request.
     *
     * @throws InvalidRequest when it breaks a rule
     */
    public static Request parse(JsonNode json) {
        return new RequestParser(RequestFields.of(json)).request();
    }

    /** What a request asks for, as far as it tells that by the rules, and whatever else is wrong with it. */
    public static Asked asked(JsonNode json) {
        return new AskedFields(new RequestFields(json)).valid();
    }

    private Request request() {
        fields.allowOnly(allowed(), others(), provider.word());
        Task task = asked.task(provider);
        refuseWithSequence(task);
        Request request = new Request(
                provider,
                task,
                asked.account(),
                fields.flag("fullResync", false),
                fields.word("onWarning", OnWarning.values(), OnWarning.FAIL),
                fields.optional("maxFailedRows", 0, Long.MAX_VALUE),
                ifRunning(task),
                Duration.ofSeconds(fields.number("timeoutSeconds", 60, 86_400, 3_600)),
                fields.flag("stopOnTimeout", true),
                seconds("minWaitSeconds"),
                seconds("maxWaitSeconds"));
        refuseCrossedBounds(request);
        return request;
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>(COMMON);
        allowed.addAll(own(provider));
        return allowed;
    }

    private List<String> others() {
        List<String> others = new ArrayList<>();
        for (ProviderName other : ProviderName.values()) {
            others.addAll(own(other));
        }
        return others;
    }

    private static List<String> own(ProviderName provider) {
        return switch (provider) {
            case HIGHTOUCH -> HIGHTOUCH;
            case STITCH -> STITCH;
            case DBT -> DBT;
        };
    }

    private void refuseWithSequence(Task task) {
        if (task instanceof Task.HightouchSequence) {
            for (String field : NOT_FOR_SEQUENCES) {
                if (fields.has(field)) {
                    throw fields.invalid(field, "must not be there with sequenceId");
                }
            }
        }
    }

    private IfRunning ifRunning(Task task) {
        IfRunning usual = provider == ProviderName.STITCH ? IfRunning.ATTACH : IfRunning.QUEUE;
        IfRunning ifRunning = fields.word("ifRunning", IfRunning.values(), usual);
        if (provider == ProviderName.STITCH && ifRunning == IfRunning.QUEUE) {
            throw fields.invalid("ifRunning", "must be fail or attach, as Stitch has no queue");
        }
        if (task instanceof Task.HightouchSequence && ifRunning != IfRunning.QUEUE) {
            throw fields.invalid("ifRunning", "must be queue with sequenceId");
        }
        return ifRunning;
    }

    private @Nullable Duration seconds(String field) {
        Long seconds = fields.optional(field, 1, 3_600);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private void refuseCrossedBounds(Request request) {
        Duration min = request.minWait();
        Duration max = request.maxWait();
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw fields.invalid("minWaitSeconds", "must not be above maxWaitSeconds, which is " + max.toSeconds());
        }
    }
}
