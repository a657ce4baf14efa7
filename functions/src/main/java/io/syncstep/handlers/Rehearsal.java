package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Plays the usual calls of a function before SnapStart takes its snapshot, so that the first real call finds every class
 * loaded and most of the code compiled: JSON in and out, the AWS SDK, the HTTP client, TLS, the providers. Nothing leaves
 * the machine: AWS and the providers are a stage on loopback, no secret is read, and no connection stays open.
 *
 * <p>A rehearsal that fails, wholly or in part, makes the first call slower, and nothing else: it is logged, and the function goes
 * on. Thrown on, it would fail the deployment.
 */
final class Rehearsal implements Resource {

    /** What a function plays. */
    interface Part {
        void play(Script script, Props props) throws IOException;
    }

    /** The context of the hooks forgets what nobody else holds. */
    private static final List<Rehearsal> HELD = new CopyOnWriteArrayList<>();

    private final Part part;

    Rehearsal(Part part) {
        this.part = part;
    }

    /** Has it played before the snapshot; never where there is none. */
    static void of(Part part) {
        Rehearsal rehearsal = new Rehearsal(part);
        HELD.add(rehearsal);
        Core.getGlobalContext().register(rehearsal);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        LambdaLogger log = LambdaRuntime.getLogger();
        Played played = Rounds.USUAL.play(part);
        log.log(played.line(), LogLevel.INFO);
        played.trouble().ifPresent(trouble -> log.log(trouble, LogLevel.WARN));
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing was opened that would have to be opened again.
    }
}
