package io.syncstep.local.page;

import io.syncstep.local.engine.Definition;
import io.syncstep.local.engine.Engine;
import io.syncstep.local.engine.Identity;
import io.syncstep.local.engine.Services;
import io.syncstep.local.engine.Time;
import io.syncstep.overview.Fault;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Plays executions of the state machine {@code sync} here, several at once: each has a thread and an engine of its own.
 *
 * @param definition is read at each start, so that an edited one is what runs
 */
public record Player(Supplier<Definition> definition, Services services, Time time) {

    private static final Logger LOG = Logger.getLogger(Player.class.getName());

    /** Plays it on the thread that is answered with: interrupted, that follows the run no longer. */
    Thread play(Run run) {
        return Thread.ofPlatform().daemon().name("run " + run.name()).start(() -> toEnd(run));
    }

    private void toEnd(Run run) {
        try (var engine = new Engine()) {
            var identity = new Identity("sync", run.name(), 0);
            run.ended(engine.run(definition.get(), run.order().request(), identity, services, time, run));
        } catch (RuntimeException | Error bug) {
            var fault = new Fault(bug);
            LOG.log(Level.SEVERE, "The execution {0} ended in {1}", new Object[] {run.name(), fault});
            run.broke(fault.kind());
        }
    }
}
