package io.syncstep.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.sync.Answer;
import io.syncstep.sync.Execution;
import io.syncstep.sync.InvalidRequest;
import io.syncstep.sync.Report;
import io.syncstep.sync.Run;
import io.syncstep.sync.Trouble;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine hands to a function, and what it gets back.
 *
 * <pre>{"request":{…}, "execution":{"id","name","startedAt"}, "sync":{"next","waitSeconds","run":{…},"report":{…}}}</pre>
 *
 * <p>Beside these, {@code redriveCount} where it matters how often the execution was redriven.
 *
 * <p>The answer has the shape of {@code sync}, with every field there.
 *
 * @param request as the user sent it, unchecked
 * @param next what the last answer said is next
 * @param run what is remembered from call to call, or empty at the start
 * @param lost how the platform lost the last answer, or empty when it did not
 */
public record Envelope(JsonNode request, Execution execution, String next, Optional<Run> run, Optional<String> lost) {

    /**
     * Reads an event.
     *
     * @param now the start of the execution where the event does not tell one: in a call by hand
     * @throws InvalidRequest when it is not of this shape, naming the field
     */
    public static Envelope read(String text, Instant now) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            JsonNode sync = json.path("sync");
            return new Envelope(
                    json.path("request"),
                    execution(json.path("execution"), json.path("redriveCount").asInt(), now),
                    sync.path("next").asText(),
                    run(sync.path("run")),
                    lost(sync.path("report")).or(() -> lost(json.path("lost"))));
        } catch (JsonProcessingException unreadable) {
            throw new InvalidRequest("The event can't be read: " + unreadable.getOriginalMessage());
        }
    }

    /** Whether it is the data of a state of ours, rather than a request or a result. */
    public boolean isOfAState() {
        return !next.isEmpty();
    }

    /** Whether a run may have been started by now. */
    public boolean isStarted() {
        return lost.isPresent() || run.filter(Run::mayBeStarted).isPresent();
    }

    private static Execution execution(JsonNode json, int redrives, Instant now) {
        String startedAt = json.path("startedAt").asText();
        try {
            Instant start = json.hasNonNull("startedAt")
                    ? OffsetDateTime.parse(startedAt).toInstant()
                    : now;
            return new Execution(json.path("id").asText(), json.path("name").asText(), start, redrives);
        } catch (DateTimeException unreadable) {
            throw new InvalidRequest("execution.startedAt", "must be a time like 2026-11-22T08:00:00Z", startedAt);
        }
    }

    private static Optional<Run> run(JsonNode json) throws JsonProcessingException {
        return json.hasNonNull("taskId") ? Optional.of(Json.MAPPER.treeToValue(json, Run.class)) : Optional.empty();
    }

    /** The state machine puts Error and Cause there when the function that sent the start call gave no answer. */
    private static Optional<String> lost(JsonNode report) {
        return Optional.ofNullable(report.path("Error").textValue())
                .map(error -> "the function that sent it gave no answer, " + error);
    }

    /** The answer as JSON, in one line. */
    public static String write(Answer answer) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("next", answer.next().word());
        json.put("waitSeconds", answer.waitSeconds());
        json.set("run", object(answer.run()));
        json.set("report", report(answer.report()));
        return json.toString();
    }

    /** What a log should have of an answer: task, run, and what comes next or went wrong. */
    public static String logLine(Answer answer) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("next", answer.next().word());
        json.put("waitSeconds", answer.waitSeconds());
        if (answer.run() != null) {
            json.put("taskId", answer.run().taskId());
            json.put("runId", answer.run().runId());
            json.put("checks", answer.run().watch().checks());
            json.put("providerStatus", answer.run().watch().facts().providerStatus());
            Trouble trouble = answer.run().watch().lastTrouble();
            json.put("lastTrouble", trouble == null ? null : trouble.what());
        }
        if (answer.report() instanceof Report.Failure failure) {
            json.put("error", failure.error().word()).put("message", failure.message());
        }
        json.properties().removeIf(field -> field.getValue().isNull());
        return json.toString();
    }

    /** Without the members of a sequence: they are told anew by each check, and thousands would burst the state. */
    private static JsonNode object(@Nullable Run run) {
        ObjectNode json = run == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.valueToTree(run);
        if (json.path("watch").path("facts") instanceof ObjectNode facts) {
            facts.remove("members");
        }
        return json;
    }

    private static JsonNode report(@Nullable Report report) {
        return report == null ? Json.MAPPER.createObjectNode() : Reports.of(report);
    }
}
