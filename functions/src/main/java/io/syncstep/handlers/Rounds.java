package io.syncstep.handlers;

import io.syncstep.http.Http;
import io.syncstep.rehearsal.Stage;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Plays a part again and again, on one stage: so often, until the limit has passed, or until it has failed three times. What fails
 * in a round ends that round, and is remembered.
 *
 * @param most how often
 * @param limit after which no round begins
 * @param patience with each call: a stage that hangs must not hang the deployment
 * @param nanos a clock for durations
 */
record Rounds(int most, Duration limit, Duration patience, LongSupplier nanos) {

    /**
     * More than 60 made no first call faster when that was tried; {@code benchmarks/run cold-start} tells. 20 s leave a slow processor the rest of
     * the 130 s that Lambda gives an init with SnapStart. 10 s are longer than any call takes, on however slow a processor.
     */
    static final Rounds USUAL = new Rounds(60, Duration.ofSeconds(20), Duration.ofSeconds(10), System::nanoTime);

    private static final int FAILURES = 3;

    private interface Attempt {
        void go() throws IOException, GeneralSecurityException;
    }

    /** What the stage answers to a call such as {@code GET /path}. */
    interface Answers {
        String to(String call, URI stage, Script script);
    }

    /** On a stage that answers as the script says. */
    Played play(Rehearsal.Part part) {
        return play(part, (call, stage, script) -> script.answer(call, stage));
    }

    Played play(Rehearsal.Part part, Answers answers) {
        long began = nanos.getAsLong();
        List<Throwable> failures = new ArrayList<>();
        AtomicInteger rounds = new AtomicInteger();
        failureOf(() -> onStage(part, answers, began, rounds, failures)).ifPresent(failures::add);
        return new Played(rounds.get(), Duration.ofNanos(nanos.getAsLong() - began), failures);
    }

    private void onStage(
            Rehearsal.Part part, Answers answers, long began, AtomicInteger rounds, List<Throwable> failures)
            throws IOException, GeneralSecurityException {
        Script script = Script.read();
        once(script, answers, failures);
        int mostFailures = failures.size() + FAILURES;
        try (Stage stage = new Stage((call, uri) -> answers.to(call, uri, script));
                StagedRole _ = new StagedRole(stage)) {
            while (rounds.get() < most && failures.size() < mostFailures && isInTime(began)) {
                rounds.incrementAndGet();
                failureOf(() -> round(part, script, stage)).ifPresent(failures::add);
            }
        }
    }

    /** On a stage of its own, whose calls are none of the rounds'. */
    private void once(Script script, Answers answers, List<Throwable> failures)
            throws IOException, GeneralSecurityException {
        try (Stage stage = new Stage((call, uri) -> answers.to(call, uri, script))) {
            failureOf(() -> Once.askWhomTheJdkTrusts(stage, patience)).ifPresent(failures::add);
            failureOf(() -> Once.keepAConnection(stage, patience)).ifPresent(failures::add);
        }
    }

    private boolean isInTime(long began) {
        return nanos.getAsLong() - began < limit.toNanos();
    }

    /** A class that is missing or does not fit on the way is a LinkageError, and no more a reason to fail a deployment. */
    private static Optional<Throwable> failureOf(Attempt attempt) {
        try {
            attempt.go();
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | RuntimeException | LinkageError failure) {
            return Optional.of(failure);
        }
    }

    private void round(Rehearsal.Part part, Script script, Stage stage) throws IOException, GeneralSecurityException {
        Stage.forgetCertificates();
        try (Http http = new Http(stage.tls());
                Props props = new Props(stage, http, patience)) {
            part.play(script, props);
        }
    }
}
