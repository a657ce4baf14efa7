package io.syncstep.local.simulator.stitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All extractions of all sources, those included that the future will bring: the one that supersedes another. */
final class ExtractionHistory {

    private static final Duration SOMEBODY_STARTED_IT = Duration.ofSeconds(30);

    private static final Duration LISTED_FOR = Duration.ofDays(60);

    private final long clientId;
    private final Map<Long, List<Extraction>> extractions = new TreeMap<>();
    private final Map<Long, StitchBehaviour> behaviours = new HashMap<>();
    private final Map<Long, List<String>> started = new HashMap<>();
    private boolean showsRunning;

    ExtractionHistory(long clientId) {
        this.clientId = clientId;
    }

    void play(long sourceId, StitchBehaviour behaviour) {
        behaviours.put(sourceId, behaviour);
    }

    StitchBehaviour behaviour(long sourceId) {
        return behaviours.getOrDefault(sourceId, StitchScenario.of(sourceId));
    }

    void showRunning(boolean show) {
        showsRunning = show;
    }

    /** Empty when one is running already: unlike Hightouch, Stitch does not queue. */
    Optional<Extraction> start(long sourceId, Instant now) {
        seedSomebodyElsesExtraction(sourceId, now);
        if (running(sourceId, now).isPresent()) {
            return Optional.empty();
        }
        Extraction extraction = add(sourceId, now, behaviour(sourceId).extracts());
        started.computeIfAbsent(sourceId, _ -> new ArrayList<>()).add(extraction.jobName());
        return Optional.of(extraction);
    }

    /** The extractions that start calls began, without those of other people and of Stitch itself. */
    List<String> started(long sourceId) {
        return List.copyOf(started.getOrDefault(sourceId, List.of()));
    }

    Extraction add(long sourceId, Instant startedAt, ExtractionScript script) {
        List<Extraction> earlier = extractions.computeIfAbsent(sourceId, _ -> new ArrayList<>());
        var extraction = new Extraction(jobName(sourceId, earlier.size()), sourceId, startedAt, script, null);
        earlier.add(extraction);
        script.next().ifPresent(next -> add(sourceId, extraction.completesAt().plusSeconds(1), next));
        return extraction;
    }

    private String jobName(long sourceId, int number) {
        UUID uuid = UUID.nameUUIDFromBytes((sourceId + "/" + number).getBytes(UTF_8));
        return clientId + "." + sourceId + ".sync." + uuid;
    }

    private void seedSomebodyElsesExtraction(long sourceId, Instant now) {
        if (!extractions.containsKey(sourceId) && behaviour(sourceId) instanceof StitchBehaviour.IsBusy busy) {
            add(sourceId, now.minus(SOMEBODY_STARTED_IT), busy.others());
        }
    }

    Optional<Extraction> running(long sourceId, Instant now) {
        return of(sourceId).stream()
                .filter(extraction -> extraction.isRunning(now))
                .findFirst();
    }

    /** Ends what runs now for this source, whoever started it. */
    void stop(long sourceId, Instant now) {
        seedSomebodyElsesExtraction(sourceId, now);
        extractions
                .getOrDefault(sourceId, List.of())
                .replaceAll(extraction -> extraction.isRunning(now) ? extraction.stopped(now) : extraction);
    }

    List<Extraction> of(long sourceId) {
        return extractions.getOrDefault(sourceId, List.of());
    }

    Optional<Extraction> named(String jobName) {
        return extractions.values().stream()
                .flatMap(List::stream)
                .filter(extraction -> extraction.jobName().equals(jobName))
                .findFirst();
    }

    /** Per source the one that the account's list shows, in the order of the source ids. */
    List<Extraction> listed(Instant now) {
        return extractions.keySet().stream()
                .flatMap(sourceId -> shown(sourceId, now).stream())
                .toList();
    }

    private Optional<Extraction> shown(long sourceId, Instant now) {
        return running(sourceId, now).filter(_ -> showsRunning).or(() -> lastCompleted(sourceId, now));
    }

    Optional<Extraction> lastCompleted(long sourceId, Instant now) {
        return of(sourceId).stream()
                .filter(extraction -> extraction.isListed(now))
                .filter(extraction -> extraction.completesAt().isAfter(now.minus(LISTED_FOR)))
                .max(Comparator.comparing(Extraction::completesAt));
    }
}
