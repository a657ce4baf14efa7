package io.syncstep.local.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.sync.ProviderName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README says of a request what its schema says. */
class ReadmeTellsTheSchemaTest {

    private static final String STARTED_BY = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";
    private static final Pattern ROW = Pattern.compile("^\\| (`.+?) \\| (.+?) \\| (.+?) \\| .*\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The README has a row for each field, for whom it is, and its default where it has one for all. */
    @Test
    void theReadmeNamesTheFieldsAndDefaultsOfTheSchema() throws IOException {
        Map<String, Set<String>> fields = new TreeMap<>();
        Map<String, String> readme = readmeRows(fields);

        assertThat(fields).isEqualTo(schemaFields());
        Schemas.of("request")
                .path("$defs")
                .forEach(provider -> provider.path("properties")
                        .propertyStream()
                        .filter(field -> field.getValue().has("default"))
                        .forEach(field -> assertThat(readme.get(field.getKey()))
                                .as(field.getKey())
                                .containsPattern(
                                        "\\b" + field.getValue().path("default").asText() + "\\b")));
    }

    /** Fields by provider, and the text of each field's row. */
    private static Map<String, String> readmeRows(Map<String, Set<String>> fields) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : section("## A request")) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var whom = row.group(3).startsWith("all")
                        ? Arrays.stream(ProviderName.values())
                                .map(ProviderName::word)
                                .toList()
                        : Arrays.stream(row.group(3).split(", ")).toList();
                var names = new TreeSet<>(codes(row.group(1)));
                if (names.contains("syncId")) {
                    names.addAll(Set.of("syncSlug", "sequenceId"));
                }
                whom.forEach(provider -> fields.computeIfAbsent(provider, none -> new TreeSet<>())
                        .addAll(names));
                names.forEach(name -> rows.put(name, line));
            }
        }
        return rows;
    }

    private static Map<String, Set<String>> schemaFields() {
        Map<String, Set<String>> fields = new TreeMap<>();
        Schemas.of("request").path("$defs").propertyStream().forEach(provider -> {
            Set<String> names = provider.getValue()
                    .path("properties")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !name.equals(STARTED_BY))
                    .collect(Collectors.toCollection(TreeSet::new));
            fields.put(provider.getKey().toLowerCase(Locale.ROOT), names);
        });
        return fields;
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Iterable<String> section(String heading) throws IOException {
        String text = Files.readString(Path.of("../README.md"));
        String from = text.substring(text.indexOf("\n" + heading + "\n") + 1);
        return from.substring(0, from.indexOf("\n## ", 3)).lines().toList();
    }
}
