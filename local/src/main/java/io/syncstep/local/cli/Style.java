package io.syncstep.local.cli;

import java.util.OptionalInt;

/** How things look: in colour or not, drawn or typed. */
record Style(boolean colour, boolean unicode) {

    private static final int BAR = 16;

    String good(String text) {
        return paint("32;1", text);
    }

    String bad(String text) {
        return paint("31;1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String accent(String text) {
        return paint("36", text);
    }

    String check() {
        return unicode ? "✔" : "+";
    }

    String cross() {
        return unicode ? "✘" : "x";
    }

    /** A bar and a percentage; unknown is an empty bar without one. */
    String bar(OptionalInt percent) {
        var done = percent.orElse(0) * BAR / 100;
        var bar = unicode
                ? "━".repeat(done) + faint("─".repeat(BAR - done))
                : "[" + "#".repeat(done) + "-".repeat(BAR - done) + "]";
        return accent(bar) + (percent.isPresent() ? " %3d %%".formatted(percent.getAsInt()) : "      ");
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
