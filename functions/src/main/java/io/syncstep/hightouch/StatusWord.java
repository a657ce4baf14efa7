package io.syncstep.hightouch;

import io.syncstep.overview.Status;
import org.jspecify.annotations.Nullable;

/** The statuses of syncs and runs in the words of the product's screens. */
final class StatusWord {

    private StatusWord() {}

    static Status of(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "success" -> Status.HEALTHY;
            case "pending" -> Status.PENDING;
            case "querying" -> Status.QUERYING;
            case "preparing" -> Status.PREPARING;
            case "queued" -> Status.QUEUED;
            case "processing", "reporting" -> Status.IN_PROGRESS;
            case "interrupted" -> Status.INCOMPLETE;
            case "failed" -> Status.ABORTED_OR_FAILED;
            case "warning" -> Status.WARNING;
            case "cancelled" -> Status.CANCELLED;
            default -> Status.UNKNOWN;
        };
    }
}
