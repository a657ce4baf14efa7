package io.syncstep.local.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What standard output can show.
 *
 * @param live whether a line can be written over; otherwise it is a file, a pipe or a very plain terminal
 * @param colour whether colours are wanted
 * @param unicode whether more than ASCII can be drawn
 */
record Terminal(boolean live, boolean colour, boolean unicode) {

    static final Terminal PLAIN = new Terminal(false, false, false);

    /** Both standard input and output must be a terminal for a live line: the JDK can't tell them apart. */
    static Terminal detect(Map<String, String> environment) {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        var live = terminal.isPresent() && !"dumb".equals(environment.get("TERM"));
        return live ? new Terminal(true, wantsColour(environment), drawsUnicode()) : PLAIN;
    }

    /** As no-color.org asks: set to anything but nothing, it means no. */
    private static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private static boolean drawsUnicode() {
        return System.getProperty("stdout.encoding", "")
                .toUpperCase(Locale.ROOT)
                .equals("UTF-8");
    }
}
