package io.syncstep.stitch;

import io.syncstep.sync.Read;
import java.time.Instant;
import java.util.Optional;

/**
 * The account's list of last extractions, one record per source.
 *
 * @param after a list that was read before says nothing
 */
record Extractions(StitchApi api, String clientId, ExtractionShelf shelf, Instant after) {

    /** The record of our job where it is listed, else the source's last one; reads no further than needed. */
    Read<Optional<Extraction>> of(String sourceId, Optional<String> jobName) {
        return page(1, sourceId, jobName);
    }

    private Read<Optional<Extraction>> page(int number, String sourceId, Optional<String> jobName) {
        return shelf.page(number, after, () -> api.extractions(clientId, number))
                .then(page -> {
                    Optional<Extraction> found = in(page, sourceId, jobName);
                    return found.isPresent() || !page.hasNext()
                            ? new Read.Got<>(found)
                            : page(number + 1, sourceId, jobName);
                });
    }

    private static Optional<Extraction> in(StitchApi.Page page, String sourceId, Optional<String> jobName) {
        return page.extractions().stream()
                .filter(extraction ->
                        jobName.isPresent() && extraction.jobName().equals(jobName.get()))
                .findFirst()
                .or(() -> page.extractions().stream()
                        .filter(extraction -> extraction.sourceId().equals(sourceId))
                        .findFirst());
    }
}
