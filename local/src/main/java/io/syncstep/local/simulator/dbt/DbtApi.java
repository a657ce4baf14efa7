package io.syncstep.local.simulator.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncstep.local.simulator.wire.Json;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Routes;
import io.syncstep.local.simulator.wire.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The calls that dbt Cloud knows, and what it answers to each. */
final class DbtApi {

    private static final String ACCOUNT = "/api/v2/accounts/{account}";
    private static final int LONGEST_CAUSE = 255;

    private final Jobs jobs;
    private final JobHistory history;
    private final Consumer<JobRun> onStart;
    private final Tokens tokens = new Tokens("Token");
    private final Routes routes;

    DbtApi(Jobs jobs, JobHistory history, Consumer<JobRun> onStart) {
        this.jobs = jobs;
        this.history = history;
        this.onStart = onStart;
        this.routes = new Routes()
                .on("POST", ACCOUNT + "/jobs/{id}/run/", this::start)
                .on("GET", ACCOUNT + "/jobs/", this::jobs)
                .on("GET", ACCOUNT + "/jobs/{id}/", this::job)
                .on("GET", ACCOUNT + "/runs/", this::runs)
                .on(
                        "GET",
                        ACCOUNT + "/runs/{id}/",
                        (request, holes) -> ofRun(request, holes, run -> row(request, holes, run)))
                .on("POST", ACCOUNT + "/runs/{id}/cancel/", this::cancel);
    }

    Tokens tokens() {
        return tokens;
    }

    Reply answer(Request request) {
        return tokens.allow(request) ? routes.answer(request).orElseGet(DbtErrors::notFound) : DbtErrors.unauthorized();
    }

    private Reply start(Request request, List<String> holes) {
        Optional<Long> jobId = number(holes.get(1));
        if (jobId.isEmpty()) {
            return DbtErrors.notFound();
        }
        String cause = Json.read(request.body()).path("cause").asText();
        if (cause.isBlank() || cause.length() > LONGEST_CAUSE) {
            return DbtErrors.invalid(400, "cause must have 1 to 255 characters");
        }
        return switch (history.behaviour(jobId.get())) {
            case DbtBehaviour.Refuses(Reply refusal) -> refusal;
            case DbtBehaviour.RefusesStart(Reply refusal) -> refusal;
            default -> {
                JobRun run = history.start(jobId.get(), cause, request.at());
                onStart.accept(run);
                yield row(request, holes, history.named(run.id(), request.at()).orElseThrow());
            }
        };
    }

    private Reply jobs(Request request, List<String> holes) {
        int limit = Integer.parseUnsignedInt(request.parameter("limit").orElse("100"));
        int offset = Integer.parseUnsignedInt(request.parameter("offset").orElse("0"));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        jobs.all().stream()
                .skip(offset)
                .limit(limit)
                .forEach(
                        job -> rows.add(JobRow.of(job, history.of(job.id(), request.at()), holes.getFirst(), request)));
        return Reply.json(200, envelope(rows));
    }

    private Reply job(Request request, List<String> holes) {
        return number(holes.get(1))
                .map(jobs::get)
                .map(job -> JobRow.of(job, history.of(job.id(), request.at()), holes.getFirst(), request))
                .map(row -> Reply.json(200, envelope(row)))
                .orElseGet(DbtErrors::notFound);
    }

    private Reply runs(Request request, List<String> holes) {
        try {
            RunList list = RunList.of(request);
            list.jobId().ifPresent(jobId -> history.of(jobId, request.at()));
            if (list.jobId().map(history::behaviour).orElse(null) instanceof DbtBehaviour.Refuses(Reply refusal)) {
                return refusal;
            }
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            list.select(history.all(request.at()), request.at())
                    .forEach(run -> rows.add(RunRow.of(run, holes.getFirst(), withTrigger(request), request.at())));
            return Reply.json(200, envelope(rows));
        } catch (IllegalArgumentException unusable) {
            return DbtErrors.invalid(400, String.valueOf(unusable.getMessage()));
        }
    }

    private Reply cancel(Request request, List<String> holes) {
        return ofRun(request, holes, run -> {
            history.cancel(run.id(), request.at());
            return row(request, holes, history.named(run.id(), request.at()).orElseThrow());
        });
    }

    private Reply ofRun(Request request, List<String> holes, Function<JobRun, Reply> answer) {
        Optional<JobRun> run = number(holes.get(1)).flatMap(id -> history.named(id, request.at()));
        if (run.isEmpty() || !run.get().isListed(request.at())) {
            return DbtErrors.notFound();
        }
        return history.behaviour(run.get().jobId()) instanceof DbtBehaviour.Refuses(Reply refusal)
                ? refusal
                : answer.apply(run.get());
    }

    private static Reply row(Request request, List<String> holes, JobRun run) {
        return Reply.json(200, envelope(RunRow.of(run, holes.getFirst(), withTrigger(request), request.at())));
    }

    private static boolean withTrigger(Request request) {
        return request.parameter("include_related").orElse("").contains("trigger");
    }

    private static ObjectNode envelope(JsonNode content) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("status")
                .put("code", 200)
                .put("is_success", true)
                .put("user_message", "Success!")
                .put("developer_message", "");
        json.set("data", content);
        return json;
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
