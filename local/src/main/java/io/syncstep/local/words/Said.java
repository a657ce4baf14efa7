package io.syncstep.local.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an execution said at its end.
 *
 * @param json the result, or the Cause
 */
public record Said(JsonNode json, boolean succeeded) {

    public static Said by(Execution execution) {
        return switch (execution.status()) {
            case SUCCEEDED -> new Said(Objects.requireNonNull(execution.output()), true);
            case FAILED, TIMED_OUT, ABORTED ->
                new Said(cause(Optional.ofNullable(execution.cause()).orElse("")), false);
        };
    }

    /** As an object where it is the text of one, as those of this project are; else as the text that it is. */
    public static JsonNode cause(String cause) {
        try {
            var json = Json.read(cause);
            return json.isObject() ? json : TextNode.valueOf(cause);
        } catch (IllegalArgumentException notJson) {
            return TextNode.valueOf(cause);
        }
    }

    /** Empty where there is none. A cause that is no JSON of ours is a message as a whole. */
    public String message() {
        var message = json.isTextual()
                ? json.asText()
                : json.path("message").asText(json.path("errorMessage").asText());
        return Words.printable(message);
    }

    /** The rest of it, as far as it is known. */
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        add(facts, "task", task());
        if (!succeeded) {
            add(facts, "status", text(json, "providerStatus"));
        }
        add(facts, "rows", rows());
        add(facts, "phases", fields(json.path("phases")));
        json.path("members").forEach(member -> facts.add(new Fact("member", member(member))));
        if (succeeded) {
            facts.add(new Fact("time", time()));
        }
        add(facts, "link", text(json, "url"));
        return facts;
    }

    private static void add(List<Fact> facts, String name, Optional<String> value) {
        value.ifPresent(text -> facts.add(new Fact(name, text)));
    }

    private Optional<String> task() {
        return text(json, "provider")
                .map(provider -> Stream.of(
                                Optional.of(provider),
                                text(json, "taskId"),
                                text(json, "runId").map(run -> "run " + run),
                                text(json, "account").map(account -> "account " + account))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    /** Rejected rows are named where there are any. */
    public Optional<String> rows() {
        var rows = json.path("rows");
        var rejected =
                rows.path("failed").valueStream().mapToLong(JsonNode::asLong).sum();
        var written = counts(rows.path("successful"));
        return rejected == 0
                ? written
                : written.map(text ->
                        text + "; rejected: " + counts(rows.path("failed")).orElse(""));
    }

    private static Optional<String> counts(JsonNode counts) {
        return Optional.of(counts.properties().stream()
                        .map(count -> count.getValue().asText() + " " + count.getKey())
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> fields(JsonNode object) {
        return Optional.of(object.properties().stream()
                        .map(field -> field.getKey() + " " + field.getValue().asText())
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    private static String member(JsonNode member) {
        return text(member, "taskId").orElse("without an id") + " "
                + text(member, "status").orElse("(its status is not told)");
    }

    private String time() {
        var checks = Words.checks(json.path("checks").asInt());
        return json.has("durationSeconds")
                ? Words.duration(Duration.ofSeconds(json.path("durationSeconds").asLong())) + ", " + checks
                : checks;
    }

    private static Optional<String> text(JsonNode said, String field) {
        return Optional.ofNullable(said.path(field).textValue()).map(Words::printable);
    }
}
