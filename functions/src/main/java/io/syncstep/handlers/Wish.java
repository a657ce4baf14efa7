package io.syncstep.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncstep.overview.AccountName;
import io.syncstep.page.Filter;
import io.syncstep.sync.InvalidRequest;

/** What somebody wants of the overview, as its event says. */
sealed interface Wish {

    /** What the widget is, for whoever adds it to a dashboard. */
    record Describe() implements Wish {}

    /** What a page has an answer for. */
    sealed interface Shown extends Wish {}

    record Show(Filter filter) implements Shown {}

    record Open(AccountName account, String taskId) implements Shown {}

    /**
     * A run.
     *
     * @param name of the execution
     * @param request not checked yet
     */
    record Start(String name, JsonNode request) implements Shown {}

    /** Something that this function does not know. */
    record Unclear(String why) implements Shown {}

    /** Reads it out of an event. */
    static Wish of(JsonNode event) {
        try {
            return new WishParser(event).wish();
        } catch (InvalidRequest invalid) {
            return new Unclear(invalid.words());
        }
    }
}
