package io.syncstep.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.local.engine.Execution;
import io.syncstep.local.engine.Execution.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** An execution that has ended, and what is expected of it. */
record Ended(Execution execution) {

    /** The result, which is there only when it succeeded. */
    JsonNode result() {
        assertThat(execution.status())
                .as("%s: %s", execution.error(), execution.cause())
                .isEqualTo(Status.SUCCEEDED);
        return Objects.requireNonNull(execution.output());
    }

    /** The Cause as an object, after checking that it failed with this Error. */
    JsonNode failedWith(String error) {
        assertThat(execution.status()).as("output %s", execution.output()).isEqualTo(Status.FAILED);
        assertThat(execution.error()).as("%s", execution.cause()).isEqualTo(error);
        return cause();
    }

    private JsonNode cause() {
        try {
            return Stage.JSON.readTree(Objects.requireNonNull(execution.cause()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String message() {
        return cause().path("message").asText();
    }

    List<Long> waits() {
        return execution.waits();
    }
}
