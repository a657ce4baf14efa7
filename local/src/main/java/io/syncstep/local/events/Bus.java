package io.syncstep.local.events;

/** Where events are put. Called from several threads at once. */
@FunctionalInterface
public interface Bus {

    /** Takes every event, and forgets it. */
    Bus FORGETFUL = event -> new Receipt.Taken();

    Receipt put(Published event);

    /** What became of an event. */
    sealed interface Receipt {

        record Taken() implements Receipt {}

        /** The bus answered, and did not take it: {@code InternalFailure} or another code of EventBridge. */
        record NotTaken(String code, String message) implements Receipt {}

        /** The call as a whole failed, under the name that Step Functions gives it. */
        record Failed(String error, String cause) implements Receipt {}
    }
}
