package io.syncstep.local.simulator.hightouch;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.simulator.hightouch.Behaviour.Refuses;
import io.syncstep.local.simulator.hightouch.Behaviour.RefusesStart;
import io.syncstep.local.simulator.wire.Json;
import io.syncstep.local.simulator.wire.Reply;
import io.syncstep.local.simulator.wire.Request;
import io.syncstep.local.simulator.wire.Routes;
import io.syncstep.local.simulator.wire.Tokens;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls that Hightouch knows, and what it answers to each. */
final class HightouchApi {

    private final Catalogue catalogue;
    private final RunHistory history;
    private final Sequences sequences;
    private final Tokens tokens = new Tokens();
    private final Routes routes;
    private RunOrder order = RunOrder.ASCENDING;
    private boolean idsAsNumbers;

    HightouchApi(Catalogue catalogue, RunHistory history, Sequences sequences) {
        this.catalogue = catalogue;
        this.history = history;
        this.sequences = sequences;
        this.routes = new Routes()
                .on("POST", "/syncs/trigger", (request, _) -> triggerNamedInBody(request))
                .on("POST", "/syncs/{id}/trigger", (request, id) -> trigger(request, id.getFirst()))
                .on("GET", "/syncs", (request, _) -> syncs(request))
                .on("GET", "/syncs/{id}", (request, id) -> sync(request, id.getFirst()))
                .on("GET", "/syncs/{id}/runs", (request, id) -> runs(request, id.getFirst()))
                .on("GET", "/models", (request, _) -> unsaid(request, catalogue::models))
                .on("GET", "/destinations", (request, _) -> unsaid(request, catalogue::destinations))
                .on("POST", "/sync-sequences/{uuid}/trigger", (request, id) -> triggerSequence(request, id.getFirst()))
                .on("GET", "/sync-sequences/runs/{id}", (request, id) -> sequenceRun(request, id.getFirst()));
    }

    Tokens tokens() {
        return tokens;
    }

    void listRuns(RunOrder direction) {
        order = direction;
    }

    void writeRunIdsAsNumbers() {
        idsAsNumbers = true;
    }

    Reply answer(Request request) {
        if (!tokens.allow(request)) {
            return HightouchErrors.unauthorized();
        }
        if (request.isGetWithContent()) {
            return HightouchErrors.internal();
        }
        return routes.answer(request).orElseGet(HightouchErrors::notFound);
    }

    private Reply triggerNamedInBody(Request request) {
        JsonNode body = Json.read(request.body());
        Optional<String> id = body.hasNonNull("syncId")
                ? Optional.of(body.get("syncId").asText())
                : catalogue.withSlug(body.path("syncSlug").asText()).map(Sync::id);
        return id.map(known -> trigger(request, known))
                .orElseGet(() -> HightouchErrors.invalid(200, "syncSlug", "No such sync"));
    }

    private Reply trigger(Request request, String syncId) {
        return unlessRefused(syncId, () -> {
            if (!request.body().isEmpty() && !Json.read(request.body()).isObject()) {
                return HightouchErrors.invalid(422, "body", "Expected an object");
            }
            if (history.behaviour(syncId) instanceof RefusesStart refusal) {
                return refusal.reply();
            }
            SyncRun run = history.start(catalogue.get(syncId).id(), request.at());
            return Reply.json(200, Map.of("id", written(run.id())));
        });
    }

    private Reply syncs(Request request) {
        List<Sync> found = request.parameter("slug")
                .map(slug -> catalogue.withSlug(slug).stream().toList())
                .orElseGet(catalogue::all);
        return page(
                request, () -> found.stream().map(sync -> row(sync, request)).toList());
    }

    private Reply sync(Request request, String syncId) {
        return unlessRefused(syncId, () -> Reply.json(200, row(catalogue.get(syncId), request)));
    }

    private SyncRow row(Sync sync, Request request) {
        return SyncRow.of(sync, history.latest(sync.id(), request.at()), request.at());
    }

    private Reply runs(Request request, String syncId) {
        return unlessRefused(
                syncId,
                () -> page(
                        request,
                        () ->
                                RunQuery.of(request, order)
                                        .select(history.of(syncId, request.at()), request.at())
                                        .stream()
                                        .map(run -> RunRow.of(run, written(run.id()), request.at()))
                                        .toList()));
    }

    private Object written(String runId) {
        return idsAsNumbers ? Long.valueOf(runId) : runId;
    }

    private Reply triggerSequence(Request request, String uuid) {
        return sequences.membersOf(uuid).stream()
                .flatMap(syncId -> refusal(syncId).stream())
                .findFirst()
                .orElseGet(() -> Reply.json(
                        200, Map.of("id", sequences.start(uuid, request.at()).id())));
    }

    private Reply sequenceRun(Request request, String id) {
        return sequences
                .run(id)
                .map(run -> Reply.json(200, run.at(request.at())))
                .orElseGet(HightouchErrors::notFound);
    }

    private Reply unlessRefused(String syncId, Supplier<Reply> answer) {
        if (!syncId.matches("\\d{1,19}")) {
            return HightouchErrors.invalid(422, "syncId", "Expected a number, received " + syncId);
        }
        return refusal(syncId).orElseGet(answer);
    }

    private Optional<Reply> refusal(String syncId) {
        return history.behaviour(syncId) instanceof Refuses(Reply reply) ? Optional.of(reply) : Optional.empty();
    }

    private static Reply page(Request request, Supplier<List<?>> rows) {
        return paged(() -> Page.of(rows.get(), request));
    }

    /** These lists don't say whether there are more. */
    private static Reply unsaid(Request request, Supplier<List<?>> rows) {
        return paged(() -> Map.of("data", Page.of(rows.get(), request).data()));
    }

    private static Reply paged(Supplier<Object> page) {
        try {
            return Reply.json(200, page.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            return HightouchErrors.invalid(422, "query", String.valueOf(e.getMessage()));
        }
    }
}
