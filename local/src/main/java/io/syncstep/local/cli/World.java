package io.syncstep.local.cli;

import io.syncstep.credentials.CredentialStore;
import io.syncstep.handlers.Wiring;
import io.syncstep.http.Limits;
import io.syncstep.sync.CheckCost;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds the program.
 *
 * @param out for the program's output alone
 * @param err for everything that a person should know besides
 */
record World(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {

    /** The functions' own wiring, with the variable of theirs that a user may set. */
    Wiring wiring(Clock clock, CredentialStore credentials) {
        return new Wiring(clock, credentials, Limits.USUAL, CheckCost.of(environment.get(CheckCost.VARIABLE)));
    }
}
