package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of an execution, for a person. */
record Ending(Style style, Execution execution) {

    List<String> lines() {
        return switch (execution.status()) {
            case SUCCEEDED -> result().has("stages") ? succeededPipeline(result()) : succeeded(result());
            case FAILED, TIMED_OUT, ABORTED -> failed(cause());
        };
    }

    /** All of it in one. */
    String line() {
        return switch (execution.status()) {
            case SUCCEEDED ->
                style.good(style.check() + " Succeeded")
                        + rows(result().path("rows")).map(rows -> ": " + rows).orElse("");
            case FAILED, TIMED_OUT, ABORTED -> failed(cause()).getFirst();
        };
    }

    private JsonNode result() {
        return Objects.requireNonNull(execution.output());
    }

    private JsonNode cause() {
        return JsonDisplay.cause(Optional.ofNullable(execution.cause()).orElse(""));
    }

    private List<String> succeeded(JsonNode result) {
        var lines = new ArrayList<String>();
        lines.add(style.good(style.check() + " Succeeded") + message(result));
        row(lines, "task", task(result));
        row(lines, "rows", rows(result.path("rows")));
        row(lines, "phases", fields(result.path("phases")));
        result.path("members").forEach(member -> row(lines, "member", member(member)));
        row(lines, "time", time(result));
        row(lines, "link", text(result, "url"));
        return lines;
    }

    private List<String> succeededPipeline(JsonNode output) {
        var stages = output.path("stages");
        var tasks = stages.valueStream()
                .mapToInt(stage -> stage.path("tasks").size())
                .sum();
        return List.of(style.good(style.check() + " Succeeded")
                + ": %d tasks in %d stages of the pipeline %s"
                        .formatted(
                                tasks,
                                stages.size(),
                                Words.printable(output.path("name").asText())));
    }

    private List<String> failed(JsonNode cause) {
        var lines = new ArrayList<String>();
        var error =
                Optional.ofNullable(execution.error()).orElse(execution.status().name());
        lines.add(style.bad(style.cross() + " " + error) + message(cause));
        row(lines, "task", task(cause));
        row(lines, "status", text(cause, "providerStatus"));
        row(lines, "rows", rows(cause.path("rows")));
        row(lines, "phases", fields(cause.path("phases")));
        cause.path("members").forEach(member -> row(lines, "member", member(member)));
        row(lines, "link", text(cause, "url"));
        return lines;
    }

    /** A cause that is no JSON of ours is a message as a whole. */
    private static String message(JsonNode said) {
        var message = said.isTextual()
                ? said.asText()
                : said.path("message").asText(said.path("errorMessage").asText());
        return message.isEmpty() ? "" : ": " + Words.printable(message);
    }

    private static Optional<String> task(JsonNode said) {
        return text(said, "provider")
                .map(provider -> Stream.of(
                                Optional.of(provider),
                                text(said, "taskId"),
                                text(said, "runId").map(run -> "run " + run),
                                text(said, "account").map(account -> "account " + account))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
    }

    /** Rejected rows are named where there are any. */
    private static Optional<String> rows(JsonNode rows) {
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
        return "%s %s"
                .formatted(member.path("taskId").asText(), member.path("status").asText());
    }

    private static Optional<String> time(JsonNode result) {
        var checks = result.path("checks").asInt() == 1
                ? "1 check"
                : result.path("checks").asInt() + " checks";
        return result.has("durationSeconds")
                ? Optional.of(Words.duration(Duration.ofSeconds(
                                result.path("durationSeconds").asLong()))
                        + ", " + checks)
                : Optional.of(checks);
    }

    private static Optional<String> text(JsonNode said, String field) {
        return Optional.ofNullable(said.path(field).textValue()).map(Words::printable);
    }

    private void row(List<String> lines, String name, Optional<String> value) {
        value.ifPresent(text -> row(lines, name, text));
    }

    private void row(List<String> lines, String name, String value) {
        lines.add("  " + style.faint("%-8s".formatted(name)) + " " + value);
    }
}
