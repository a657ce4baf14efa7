package io.syncstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an execution that was disturbed at random has to keep: the three zeros, an end in time, and an honest Error. */
record Promises(Plan plan, Played played, Excuses excuses) {

    Promises(Plan plan, Played played) {
        this(plan, played, new Excuses(plan, played));
    }

    void hold() {
        Zeros.hold(played);
        endsInTime();
        noFalseSuccess();
        noEndUntold();
        theErrorIsTrue();
    }

    private void endsInTime() {
        assertThat(played.seconds()).as("seconds until the end").isLessThan(plan.timeoutSeconds() + excuses.lateness());
    }

    private void noFalseSuccess() {
        if (!played.outcome().equals("succeeded")) {
            return;
        }
        Truth truth = played.truth().get(played.runId());
        assertThat(truth).as("the run of the result exists").isNotNull();
        assertThat(truth.status()).as("how the run of the result ended").isEqualTo("success");
        if (played.attached()) {
            assertThat(played.runId()).as("the attached run").isNotIn(played.started());
            assertThat(plan.others()).as("somebody to attach to").isNotNull();
            assertThat(truth.finishedAt())
                    .as("the end of the attached run")
                    .isAfter(plan.start().minusSeconds(1));
        } else {
            assertThat(isOurs(played.runId())).as("the run is ours").isTrue();
        }
    }

    /** The run that was started, or the one in which it was resumed: they come last. */
    private boolean isOurs(String runId) {
        boolean resumed = plan.fate() == Fate.INTERRUPTED && !played.started().isEmpty();
        return played.started().contains(runId) || resumed;
    }

    private void noEndUntold() {
        Optional<Truth> ours = ours();
        if (played.outcome().equals("succeeded") || ours.isEmpty() || plan.fate() == Fate.INTERRUPTED) {
            return;
        }
        boolean isOver = ours.get().finishedAt().isBefore(plan.deadline().truncatedTo(ChronoUnit.SECONDS));
        boolean wasWell = ours.get().status().equals("success");
        if (isOver && (wasWell || played.outcome().equals("SyncTimedOut"))) {
            assertThat(excuse(played.outcome()))
                    .as("a reason not to tell how it ended")
                    .isTrue();
        }
    }

    private boolean excuse(String outcome) {
        return switch (outcome) {
            case "TriggerUnconfirmed" -> excuses.startInDoubt();
            case "SyncTimedOut" -> excuses.lastLookFailed();
            case "NotFound", "ProviderError" -> excuses.checksRefused();
            default -> outcome.startsWith("Lambda.") && excuses.platformFailed();
        };
    }

    private void theErrorIsTrue() {
        int runs = played.started().size();
        switch (played.outcome()) {
            case "succeeded", "OutcomeUnknown" -> {}
            case "SyncFailed" -> assertThat(ends("failed", "warning")).isTrue();
            case "SyncCancelled" -> assertThat(ends("cancelled")).isTrue();
            case "SyncInterrupted" -> assertThat(ends("interrupted")).isTrue();
            case "SyncTimedOut" -> assertThat(played.seconds()).isGreaterThanOrEqualTo(plan.timeoutSeconds());
            case "AlreadyRunning" -> {
                assertThat(runs).isZero();
                assertThat(plan.others()).isNotNull();
                assertThat(plan.ifRunning()).isEqualTo("fail");
            }
            case "TriggerUnconfirmed" -> assertThat(excuses.startInDoubt()).isTrue();
            case "ProviderError", "NotFound", "Unauthorized" ->
                assertThat(excuses.checksRefused() || (runs == 0 && excuses.nothingWasStarted()))
                        .as("refused by the checks, or nothing started")
                        .isTrue();
            default ->
                assertThat(excuses.platformFailed()).as("the platform's Error").isTrue();
        }
    }

    private Optional<Truth> ours() {
        return played.started().stream()
                .flatMap(id -> Optional.ofNullable(played.truth().get(id)).stream())
                .findFirst();
    }

    private boolean ends(String... statuses) {
        return played.truth().entrySet().stream()
                .map(Map.Entry::getValue)
                .anyMatch(truth -> List.of(statuses).contains(truth.status()));
    }
}
