package io.syncstep.local.page;

/** What came of the wish to start a run. */
sealed interface Begun {

    /** It was started now, or had been by this very form: a form that is sent twice starts nothing twice. */
    record Here(Run run) implements Begun {}

    /** The name belongs to another order. */
    record NameTaken() implements Begun {}

    /** As many as this machine is trusted with are in progress. */
    record TooMany(int most) implements Begun {}
}
