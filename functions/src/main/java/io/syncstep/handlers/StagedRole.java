package io.syncstep.handlers;

import io.syncstep.rehearsal.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Has the AWS SDK find the credentials of a role on the stage: under SnapStart a function gets them from an endpoint of Lambda,
 * and never from its environment. Until it is closed, and for the whole JVM, as the SDK knows but system properties and the
 * environment; so nobody but a rehearsal may ask for credentials meanwhile.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html">AWS's page</a>
 */
final class StagedRole implements AutoCloseable {

    private static final String ENDPOINT = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();
    private static final String TOKEN = SdkSystemSetting.AWS_CONTAINER_AUTHORIZATION_TOKEN.property();

    private final Map<String, Optional<String>> before = new LinkedHashMap<>();

    StagedRole(Stage stage) {
        set(ENDPOINT, stage.plainUri() + "/role");
        set(TOKEN, "rehearsal");
    }

    private void set(String property, String value) {
        before.put(property, Optional.ofNullable(System.setProperty(property, value)));
    }

    @Override
    public void close() {
        before.forEach((property, value) ->
                value.ifPresentOrElse(one -> System.setProperty(property, one), () -> System.clearProperty(property)));
    }
}
