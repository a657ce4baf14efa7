package io.syncstep.local.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template says of handlers, definitions and functions is true. */
class TemplateAgreesTest {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

    @Test
    void eachHandlerOfTheTemplateExists() throws Exception {
        List<String> handlers = Template.read()
                .resources("AWS::Serverless::Function")
                .map(function -> Template.map(function.getValue(), "Properties")
                        .get("Handler")
                        .toString())
                .toList();

        assertThat(handlers).hasSizeGreaterThanOrEqualTo(3).allSatisfy(handler -> {
            Class<?> type = Class.forName(handler);
            assertThat(type.getInterfaces()).contains(RequestStreamHandler.class);
            assertThatCode(type::getConstructor).doesNotThrowAnyException();
        });
    }

    @Test
    void eachStateMachineHasItsDefinitionAndSuppliesWhatThatUses() throws Exception {
        List<Map<String, Object>> machines = Template.read()
                .resources("AWS::Serverless::StateMachine")
                .map(entry -> Template.map(entry.getValue(), "Properties"))
                .toList();

        assertThat(machines)
                .extracting(
                        machine -> Path.of("..", machine.get("DefinitionUri").toString()))
                .containsExactlyInAnyOrderElementsOf(Definitions.files().toList());
        for (Map<String, Object> machine : machines) {
            String text =
                    Files.readString(Path.of("..", machine.get("DefinitionUri").toString()));
            Set<String> used = SUBSTITUTION
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Template.map(machine, "DefinitionSubstitutions").keySet())
                    .isEqualTo(used);
        }
    }

    @Test
    void theMachinesCallAliasesSinceOnlyTheyHaveASnapshot() throws Exception {
        Set<String> functions = Template.read()
                .resources("AWS::Serverless::Function")
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        List<Map.Entry<String, Object>> called = Template.read()
                .resources("AWS::Serverless::StateMachine")
                .flatMap(
                        entry -> Template.map(Template.map(entry.getValue(), "Properties"), "DefinitionSubstitutions")
                                .entrySet()
                                .stream())
                .filter(entry -> functions.contains(entry.getKey()))
                .toList();

        assertThat(called)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue()).isEqualTo(entry.getKey() + ".Alias"));
    }
}
