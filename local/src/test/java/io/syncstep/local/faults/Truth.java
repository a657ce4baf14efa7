package io.syncstep.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.endtoend.Stage;
import io.syncstep.local.simulator.stitch.StitchSimulator;
import io.syncstep.local.simulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * How a run stands, as its provider tells somebody whom no fault strikes.
 *
 * @param status {@code success}, {@code going}, or anything else for another end
 * @param finishedAt {@link Instant#MAX} as long as it goes on
 */
record Truth(String status, Instant finishedAt) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** By run, the last one only for Stitch. */
    static Map<String, Truth> of(Side side, Stage stage) {
        side.faults(stage).clear();
        Map<String, Truth> runs = new HashMap<>();
        for (JsonNode row : ask(side, stage).path("data")) {
            switch (side) {
                case HIGHTOUCH -> runs.put(row.path("id").asText(), hightouch(row));
                case DBT -> runs.put(row.path("id").asText(), dbt(row));
                case STITCH -> {
                    if (row.path("source_id").asLong() == Side.TASK) {
                        runs.put(row.path("job_name").asText(), stitch(row));
                    }
                }
            }
        }
        return runs;
    }

    private static Truth hightouch(JsonNode row) {
        return row.hasNonNull("finishedAt")
                ? new Truth(row.path("status").asText(), at(row, "finishedAt"))
                : new Truth("going", Instant.MAX);
    }

    private static Truth stitch(JsonNode row) {
        if (!row.hasNonNull("completion_time")) {
            return new Truth("going", Instant.MAX);
        }
        String tap = row.path("tap_exit_status").asText();
        String target = row.path("target_exit_status").asText();
        String status = tap.equals("0") && target.equals("0") ? "success" : tap.equals("null") ? "cancelled" : "failed";
        return new Truth(status, at(row, "completion_time"));
    }

    private static Truth dbt(JsonNode row) {
        if (!row.hasNonNull("finished_at")) {
            return new Truth("going", Instant.MAX);
        }
        String status = Map.of(10, "success", 20, "failed", 30, "cancelled")
                .get(row.path("status").asInt());
        String finished = row.path("finished_at").asText().replace(' ', 'T');
        return new Truth(status, OffsetDateTime.parse(finished).toInstant());
    }

    private static Instant at(JsonNode row, String field) {
        return Instant.parse(row.path(field).asText());
    }

    private static JsonNode ask(Side side, Stage stage) {
        URI uri = switch (side) {
            case HIGHTOUCH -> URI.create(stage.hightouch().uri() + "/syncs/" + Side.TASK + "/runs");
            case STITCH -> URI.create(stage.stitch().uri() + "/v4/" + StitchSimulator.CLIENT_ID + "/extractions");
            case DBT -> URI.create(stage.dbt().uri() + "/api/v2/accounts/4711/runs/?job_definition_id=" + Side.TASK);
        };
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", (side == Side.DBT ? "Token " : "Bearer ") + side.token())
                .build();
        try {
            return Json.read(CLIENT.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
