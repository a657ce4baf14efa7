package io.syncstep.handlers;

/** What an aborted execution has left is not settled yet: Lambda calls again, and in the end keeps the event as a dead letter. */
final class NotSettled extends RuntimeException {

    NotSettled(String message) {
        super(message);
    }
}
