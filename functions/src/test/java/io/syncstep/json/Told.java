package io.syncstep.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncstep.sync.Facts;
import io.syncstep.sync.PastDurations;
import io.syncstep.sync.Report;
import io.syncstep.sync.Request;
import io.syncstep.sync.Rows;
import io.syncstep.sync.Rows.Counts;
import io.syncstep.sync.Run;
import io.syncstep.sync.Start;
import io.syncstep.sync.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that was triggered at eight and checked three times, and what is told of it, as a reader of the text sees it. */
final class Told {

    static final ObjectMapper JSON = new ObjectMapper();
    static final Instant TRIGGERED = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant STARTED = Instant.parse("2026-11-22T08:00:02Z");
    static final Instant FINISHED = Instant.parse("2026-11-22T08:01:03.900Z");
    private static final Counts NONE = new Counts(0L, 0L, 0L);
    static final Rows ROWS = new Rows(new Counts(773L, 0L, 0L), new Counts(773L, 0L, 0L), NONE);

    private Told() {}

    static JsonNode result(Request request, Run run) {
        try {
            return JSON.readTree(
                    Reports.of(new Report.Result(request, run, "It went well.")).toString());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** The Cause of this failure. */
    static JsonNode cause(Report.Failure failure) {
        try {
            return JSON.readTree(Reports.of(failure).path("cause").textValue());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static Run run(String taskId, @Nullable String runId, Facts facts) {
        return new Run(taskId, runId, false, List.of(), Map.of(), start(), watch(facts), PastDurations.NONE);
    }

    static Start start() {
        return new Start(TRIGGERED, TRIGGERED, 1, 0, null);
    }

    static Watch watch(Facts facts) {
        return new Watch(3, 0, null, 0, null, facts);
    }
}
