package io.syncstep.page;

/** What happens when somebody presses a button: what the place where the page is shown can do. */
public sealed interface Control {

    /** Follows a link, which changes nothing. */
    record Link(String href) implements Control {}

    /**
     * Calls a function in AWS, as a widget of CloudWatch may.
     *
     * @param endpoint the function's ARN
     * @param parameters a JSON object, which becomes the event
     * @param popup whether the answer is shown before the widget, rather than in its place
     */
    record Call(String endpoint, String parameters, boolean popup) implements Control {}
}
