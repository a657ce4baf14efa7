package io.syncstep.handlers;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.syncstep.http.Http;
import io.syncstep.rehearsal.Stage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Plays the usual calls of a function before SnapStart takes its snapshot, so that the first real call finds every class
 * loaded and most of the code compiled: JSON in and out, the AWS SDK, the HTTP client, TLS, the providers. Nothing leaves
 * the machine: AWS and the providers are a stage on loopback, no secret is read, and no connection stays open.
 *
 * <p>A rehearsal that fails makes the first call slower, and nothing else: it is logged, and the function goes on. Thrown on,
 * it would fail the deployment.
 */
final class Rehearsal implements Resource {

    /** What a function plays. */
    interface Part {
        void play(Script script, Props props) throws IOException;
    }

    /** After as many, a first call is as fast as it gets: {@code benchmarks/run cold-start}. */
    private static final int TIMES = 60;

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
        Instant began = Instant.now();
        try {
            play(part, TIMES);
            long millis = Duration.between(began, Instant.now()).toMillis();
            log.log("{\"rehearsals\":" + TIMES + ",\"millis\":" + millis + "}", LogLevel.INFO);
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            log.log("The rehearsal failed, so that the first call will be slow: " + failure, LogLevel.WARN);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing was opened that would have to be opened again.
    }

    static void play(Part part, int times) throws IOException, GeneralSecurityException {
        // The stage has a certificate of its own, so this is where the usual ones are loaded.
        SSLContext.getDefault();
        Script script = Script.read();
        try (Stage stage = new Stage(script::answer)) {
            for (int time = 0; time < times; time++) {
                try (Http http = new Http(stage.tls());
                        Props props = new Props(stage, http)) {
                    part.play(script, props);
                }
            }
        }
    }
}
