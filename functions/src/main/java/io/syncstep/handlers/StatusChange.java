package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

/**
 * An execution has ended: the detail of an event "Step Functions Execution Status Change". AWS has a Java type for the
 * frame of EventBridge's events, under the name of the first that there were, and a map for their detail.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">AWS's page</a>
 */
record StatusChange(String executionArn, String status) {

    static StatusChange of(ScheduledEvent event) {
        return new StatusChange(text(event, "executionArn"), text(event, "status"));
    }

    private static String text(ScheduledEvent event, String field) {
        Object value = event.getDetail() == null ? null : event.getDetail().get(field);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("detail." + field + " must be a text, got " + value
                + ": this is no event \"Step Functions Execution Status Change\"");
    }

    boolean isTimeout() {
        return status.equals("TIMED_OUT");
    }
}
