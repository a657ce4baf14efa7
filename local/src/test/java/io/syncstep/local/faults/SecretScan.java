package io.syncstep.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No secret in anything that the tests of both modules printed, logged or failed with. Its name keeps it out of the tests
 * themselves: Maven runs it in the phase {@code verify}, when their reports are complete.
 */
class SecretScan {

    private static final List<Path> REPORTS =
            List.of(Path.of("target/surefire-reports"), Path.of("../functions/target/surefire-reports"));

    @Test
    void nothingThatWasPrintedLoggedOrReportedHoldsASecret() throws IOException {
        List<Path> files = files();

        assertThat(files).as("reports to scan").isNotEmpty();
        for (Path file : files) {
            assertThat(leak(file)).as("a secret in %s", file).isEmpty();
        }
    }

    static Stream<Arguments> leaks() {
        int[] number = {0};
        return Stream.concat(
                        Secrets.TOKENS.stream()
                                .flatMap(Secrets::forms)
                                .map(token -> "a log line with " + token + " in it"),
                        Stream.of("{\"Authorization\":\"Bearer whatever\"}", "authorization: Basic d2hhdA"))
                .map(text -> Arguments.argumentSet("leak " + number[0]++, text));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void aPlantedSecretIsFound(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("planted.txt"), "before\n" + text + "\nafter");

        assertThat(leak(file).isPresent()).isTrue();
    }

    @Test
    void whatWasMaskedIsNoLeak(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("masked.txt"), "Authorization: Bearer ***, token=***");

        assertThat(leak(file)).isEmpty();
    }

    private static List<Path> files() throws IOException {
        Stream.Builder<Path> files = Stream.builder();
        for (Path folder : REPORTS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(Files::isRegularFile)
                            .filter(SecretScan::isOfOthers)
                            .forEach(files);
                }
            }
        }
        return files.build().toList();
    }

    /** Its own report quotes what it found the last time. */
    private static boolean isOfOthers(Path file) {
        return !file.getFileName().toString().contains(SecretScan.class.getSimpleName());
    }

    /** Read so that no byte is malformed: a report may hold anything. */
    private static Optional<String> leak(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return lines.lines().flatMap(line -> Secrets.in(line).stream()).findFirst();
        }
    }
}
