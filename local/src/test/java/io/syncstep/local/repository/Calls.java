package io.syncstep.local.repository;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which actions of AWS a handler's code can call, by its compiled classes: whatever they reach, and the SDK calls therein. */
final class Calls {

    private static final String SDK = "software.amazon.awssdk.services.";

    /** The SDK's clients, and under which name IAM knows their service. */
    private static final Map<String, String> SERVICES =
            Map.of("SecretsManagerClient", "secretsmanager", "SfnClient", "states");

    /** What a client can do without calling AWS. */
    private static final Set<String> NO_CALLS = Set.of("builder", "create", "close", "serviceClientConfiguration");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.syncstep");

    private Calls() {}

    /** {@code secretsmanager:GetSecretValue} and the like. */
    static Set<String> of(String handlerClass) {
        Set<String> actions = new TreeSet<>();
        for (JavaClass reached : reachableFrom(CLASSES.get(handlerClass))) {
            reached.getCodeUnitAccessesFromSelf().forEach(access -> {
                JavaClass client = access.getTargetOwner();
                String method = access.getTarget().getName();
                if (isClient(client) && !NO_CALLS.contains(method)) {
                    actions.add(action(client, method));
                }
            });
        }
        return actions;
    }

    private static boolean isClient(JavaClass type) {
        return type.getPackageName().startsWith(SDK) && type.getSimpleName().endsWith("Client");
    }

    private static String action(JavaClass client, String method) {
        String service = SERVICES.get(client.getSimpleName());
        if (service == null) {
            throw new IllegalStateException("Calls.SERVICES must name IAM's service of " + client.getSimpleName());
        }
        String operation = method.replaceFirst("Paginator$", "");
        return service + ":" + Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
    }

    private static Set<JavaClass> reachableFrom(JavaClass handler) {
        Set<JavaClass> reached = new HashSet<>(Set.of(handler));
        Deque<JavaClass> left = new ArrayDeque<>(reached);
        while (!left.isEmpty()) {
            left.remove().getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> target.getPackageName().startsWith("io.syncstep."))
                    .filter(reached::add)
                    .forEach(left::add);
        }
        return reached;
    }
}
