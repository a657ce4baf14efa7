package io.syncstep.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.syncstep.local.engine.Execution;
import io.syncstep.sync.InvalidRequest;
import java.util.List;

/** The end of an execution that never began: the text of its request can't be taken for one. */
final class NotStarted {

    private NotStarted() {}

    static Execution because(InvalidRequest invalid) {
        var cause = JsonNodeFactory.instance.objectNode().put("message", invalid.words());
        return new Execution(
                Execution.Status.FAILED, null, "InvalidRequest", cause.toString(), List.of(), 0, List.of(), 0);
    }
}
