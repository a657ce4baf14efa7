package io.syncstep.local.cli;

import java.io.PrintStream;

/** Where lines go: ones that stay, and perhaps one that is written over. */
interface Lines extends AutoCloseable {

    /** Writes a line that stays. */
    void add(String line);

    /** Shows a line until the next one. Where nothing can be written over, nothing is shown. */
    void live(String line);

    @Override
    void close();

    static Lines on(PrintStream out, Terminal terminal) {
        return terminal.live() ? new TerminalLines(out) : new PlainLines(out);
    }

    /** Lines in a file or a pipe. */
    record PlainLines(PrintStream out) implements Lines {

        @Override
        public void add(String line) {
            out.println(line);
        }

        @Override
        public void live(String line) {}

        @Override
        public void close() {}
    }

    /** Lines in a terminal; the live one is always the last. */
    final class TerminalLines implements Lines {

        private static final String WIPE = "\r\u001b[2K";

        private final PrintStream out;

        TerminalLines(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void add(String line) {
            out.print(WIPE + line + "\n");
            out.flush();
        }

        // Without automatic wrapping for its duration: a line that wrapped could not be wiped.
        @Override
        public synchronized void live(String line) {
            out.print(WIPE + "\u001b[?7l" + line + "\u001b[?7h");
            out.flush();
        }

        @Override
        public synchronized void close() {
            out.print(WIPE);
            out.flush();
        }
    }
}
