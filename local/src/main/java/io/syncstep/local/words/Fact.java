package io.syncstep.local.words;

/** One thing that is told of an execution's end: {@code rows}, {@code 773 added}. */
public record Fact(String name, String text) {

    public Fact {
        text = Words.printable(text);
    }
}
