package io.syncstep.local.simulator.stitch;

import io.syncstep.local.simulator.stitch.StitchBehaviour.FailsToLoad;
import io.syncstep.local.simulator.stitch.StitchBehaviour.Refuses;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Routes;
import io.syncstep.local.simulator.wire.Tokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The calls that Stitch Connect knows, and what it answers to each. */
final class StitchApi {

    private static final List<String> STREAMS = List.of("customers", "orders");

    private final long clientId;
    private final Sources sources;
    private final ExtractionHistory history;
    private final LogAddress logs;
    private final Tokens tokens = new Tokens();
    private final Routes routes;

    StitchApi(long clientId, Sources sources, ExtractionHistory history, LogAddress logs) {
        this.clientId = clientId;
        this.sources = sources;
        this.history = history;
        this.logs = logs;
        this.routes = new Routes()
                .on("POST", "/v4/sources/{id}/sync", (request, id) -> ofSource(id, source -> start(request, source)))
                .on("DELETE", "/v4/sources/{id}/sync", (request, id) -> ofSource(id, source -> stop(request, source)))
                .on("GET", "/v4/sources", (_, _) -> Reply.json(200, rows()))
                .on("GET", "/v4/sources/{id}", (_, id) -> ofSource(id, this::source))
                .on("GET", "/v4/{client}/extractions", (request, id) -> ofClient(id, () -> extractions(request)))
                .on("GET", "/v4/{client}/extractions/{job}", (request, id) -> ofClient(id, () -> log(request, id)))
                .on("GET", "/v4/{client}/loads", (request, id) -> ofClient(id, () -> loads(request)));
    }

    /** Where a log lies, for somebody who reached this simulator by a host name. */
    @FunctionalInterface
    interface LogAddress {
        URI of(String hostName, String jobName);
    }

    Tokens tokens() {
        return tokens;
    }

    Reply answer(Request request) {
        return tokens.allow(request)
                ? routes.answer(request).orElseGet(StitchErrors::notFound)
                : StitchErrors.unauthorized();
    }

    private Reply ofSource(List<String> holes, LongFunction<Reply> answer) {
        String text = holes.getFirst();
        if (!text.matches("\\d{1,19}")) {
            return StitchErrors.notFound();
        }
        long id = Long.parseLong(text);
        return history.behaviour(id) instanceof Refuses(Reply refusal) ? refusal : answer.apply(id);
    }

    private Reply ofClient(List<String> holes, Supplier<Reply> answer) {
        return holes.getFirst().equals(Long.toString(clientId)) ? answer.get() : StitchErrors.unauthorized();
    }

    private Reply start(Request request, long sourceId) {
        if (sources.get(sourceId).deletedAt() != null) {
            return StitchErrors.invalidSource(sourceId);
        }
        return history.start(sourceId, request.at())
                .map(extraction -> Reply.json(200, Map.of("job_name", extraction.jobName())))
                .orElseGet(() -> StitchErrors.alreadyRunning(sourceId));
    }

    /** What the real one answers when nothing runs is not documented; this one answers the same. */
    private Reply stop(Request request, long sourceId) {
        history.stop(sourceId, request.at());
        return Reply.json(200, Map.of("status", 200));
    }

    private List<SourceRow> rows() {
        return sources.all().stream()
                .map(source -> SourceRow.of(source, clientId))
                .toList();
    }

    private Reply source(long id) {
        return Reply.json(200, SourceRow.of(sources.get(id), clientId));
    }

    private Reply extractions(Request request) {
        return page(
                request,
                () -> history.listed(request.at()).stream()
                        .map(it -> ExtractionRow.of(it, sources.get(it.sourceId()), clientId, request.at()))
                        .toList());
    }

    private Reply log(Request request, List<String> holes) {
        String hostName = request.header("Host").orElse("localhost").replaceFirst(":\\d+$", "");
        return history.named(holes.get(1))
                .filter(extraction -> extraction.script().keepsLog())
                .map(extraction -> Reply.redirect(logs.of(hostName, extraction.jobName())))
                .orElseGet(StitchErrors::notFound);
    }

    private Reply loads(Request request) {
        return page(
                request,
                () -> sources.all().stream()
                        .flatMap(source -> loadsOf(source, request))
                        .toList());
    }

    private Stream<LoadRow> loadsOf(Source source, Request request) {
        Optional<Extraction> last = history.lastCompleted(source.id(), request.at());
        boolean fails = history.behaviour(source.id()) instanceof FailsToLoad;
        return last.stream()
                .flatMap(extraction -> STREAMS.stream()
                        .map(stream -> fails
                                ? LoadRow.failed(clientId, source, stream)
                                : LoadRow.loaded(clientId, source, stream, extraction)));
    }

    private static Reply page(Request request, Supplier<List<?>> rows) {
        try {
            return Reply.json(200, Page.of(rows.get(), request));
        } catch (NumberFormatException e) {
            return Reply.json(400, Map.of("code", 400, "message", "page: " + e.getMessage(), "errors", List.of()));
        }
    }
}
