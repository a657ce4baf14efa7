package io.syncstep.local.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What surrounds the program.
 *
 * @param out for the program's output alone
 * @param err for everything that a person should know besides
 */
record World(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {}
