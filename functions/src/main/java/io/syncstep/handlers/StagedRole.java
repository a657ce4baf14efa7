package io.syncstep.handlers;

import io.syncstep.rehearsal.Stage;
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

    StagedRole(Stage stage) {
        System.setProperty(ENDPOINT, stage.plainUri() + "/role");
        System.setProperty(TOKEN, "rehearsal");
    }

    @Override
    public void close() {
        System.clearProperty(ENDPOINT);
        System.clearProperty(TOKEN);
    }
}
