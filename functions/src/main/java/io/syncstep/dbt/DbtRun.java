package io.syncstep.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.http.Fields;
import io.syncstep.sync.PastDurations;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as the API tells it; see <a href="https://docs.getdbt.com/dbt-cloud/api-v2">Retrieve run</a>. */
record DbtRun(JsonNode json) {

    /** What {@code status} says; nothing else is part of a verdict. */
    enum Status {
        QUEUED,
        STARTING,
        RUNNING,
        SUCCESS,
        ERROR,
        CANCELLED,
        /** A number that nobody knows, or none. */
        UNKNOWN;

        boolean isInProgress() {
            return switch (this) {
                case QUEUED, STARTING, RUNNING -> true;
                case SUCCESS, ERROR, CANCELLED, UNKNOWN -> false;
            };
        }
    }

    /** Null where none is told. */
    @Nullable
    String id() {
        return Fields.id(json, "id");
    }

    /** For runs out of a list, which is refused where one has none. */
    String mustHaveId() {
        return Objects.requireNonNull(id());
    }

    Status status() {
        String code = Fields.id(json, "status");
        return switch (code == null ? "" : code) {
            case "1" -> Status.QUEUED;
            case "2" -> Status.STARTING;
            case "3" -> Status.RUNNING;
            case "10" -> Status.SUCCESS;
            case "20" -> Status.ERROR;
            case "30" -> Status.CANCELLED;
            default -> Status.UNKNOWN;
        };
    }

    /** What a person reads for the status: the provider's word, else its number. */
    @Nullable
    String word() {
        String word = Fields.text(json, "status_humanized");
        return word == null ? Fields.id(json, "status") : word;
    }

    /** Why it was started, where that is told: beside its trigger, or in it. */
    Optional<String> cause() {
        return Optional.ofNullable(Fields.text(json, "cause"))
                .or(() -> Optional.ofNullable(Fields.text(json.path("trigger"), "cause")));
    }

    @Nullable
    Instant createdAt() {
        return Fields.instant(json, "created_at");
    }

    /** A run whose time is not told may be one. */
    boolean mayBeCreatedSince(Instant instant) {
        Instant created = createdAt();
        return created == null || !created.isBefore(instant);
    }

    @Nullable
    Instant startedAt() {
        return Fields.instant(json, "started_at");
    }

    @Nullable
    Instant finishedAt() {
        return Fields.instant(json, "finished_at");
    }

    /** How long the successful ones of these runs took, which come newest first; without the time they were queued. */
    static PastDurations pastDurations(List<DbtRun> newestFirst) {
        PastDurations durations = PastDurations.NONE;
        for (DbtRun run : newestFirst) {
            if (run.status() == Status.SUCCESS) {
                durations = durations.then(run.startedAt(), run.finishedAt());
            }
        }
        return durations;
    }
}
