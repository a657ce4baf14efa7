package io.syncstep.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told what an execution does, while it does it, on the thread that runs it. */
@FunctionalInterface
public interface Listener {

    /** Listens to nothing. */
    Listener NONE = event -> {};

    void on(Event event);

    /**
     * A Task starts another execution.
     *
     * @return who listens to that one
     */
    default Listener child(String name, JsonNode input) {
        return NONE;
    }

    /** An execution that a Task had started has ended. */
    default void childEnded(String name, Execution ended) {}

    /** Something that happened in an execution. */
    sealed interface Event {

        /** The state that it happened in. */
        String state();
    }

    /**
     * A state was entered.
     *
     * @param type its {@code Type}, such as {@code Task}
     * @param data its input
     * @param waiting for how long it will wait; null when it is no Wait state
     */
    record Entered(
            String state,
            String type,
            JsonNode data,
            @Nullable Duration waiting) implements Event {}

    /** A Task is tried again, after the delay that its {@code Retry} asks for. */
    record Retried(String state) implements Event {}

    /** A state was left. */
    record Exited(String state) implements Event {}
}
