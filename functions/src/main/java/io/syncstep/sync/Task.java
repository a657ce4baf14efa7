package io.syncstep.sync;

import java.util.Optional;
import java.util.UUID;

/** The thing at a provider that a request asks to run. */
public sealed interface Task {

    /** A Hightouch sync by its id, 1..2^63-1. */
    record HightouchSync(long syncId) implements Task {}

    /** A Hightouch sync by its slug, as in its page's address; its id is looked up before the start. */
    record HightouchSlug(String syncSlug) implements Task {}

    /** A Hightouch sync sequence. */
    record HightouchSequence(UUID sequenceId) implements Task {}

    /** A Stitch source by its id, 1..2^63-1. */
    record StitchSource(long sourceId) implements Task {}

    /** A dbt Cloud job by its id, 1..2^63-1. */
    record DbtJob(long jobId) implements Task {}

    /** The id that results and errors carry, or empty while only the provider knows it. */
    default Optional<String> id() {
        return switch (this) {
            case HightouchSync sync -> Optional.of(Long.toString(sync.syncId()));
            case HightouchSlug ignored -> Optional.empty();
            case HightouchSequence sequence -> Optional.of(sequence.sequenceId().toString());
            case StitchSource source -> Optional.of(Long.toString(source.sourceId()));
            case DbtJob job -> Optional.of(Long.toString(job.jobId()));
        };
    }

    /** What the provider calls such a task. */
    default String noun() {
        return switch (this) {
            case HightouchSync ignored -> "sync";
            case HightouchSlug ignored -> "sync";
            case HightouchSequence ignored -> "sync sequence";
            case StitchSource ignored -> "source";
            case DbtJob ignored -> "job";
        };
    }

    /** Its id, or as long as that is unknown the name under which it was asked for. */
    default String label() {
        return this instanceof HightouchSlug slug ? slug.syncSlug() : id().orElseThrow();
    }
}
