package io.syncstep.credentials;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/**
 * The names of the secrets under a prefix, without what they hold. Secrets that are marked for deletion are not among them.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html">AWS's page</a>
 */
public record SecretNames(SecretsManagerClient client, String prefix) implements AccountNames {

    @Override
    public List<String> names() {
        try {
            return client.listSecretsPaginator(underPrefix()).stream()
                    .flatMap(page -> page.secretList().stream())
                    .map(SecretListEntry::name)
                    .filter(Objects::nonNull)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        } catch (SdkException failure) {
            throw new CredentialStoreUnavailable(
                    "Secrets Manager did not list the secrets under " + prefix + ": " + failure.getMessage(), failure);
        }
    }

    private ListSecretsRequest underPrefix() {
        Filter name =
                Filter.builder().key(FilterNameStringType.NAME).values(prefix).build();
        return ListSecretsRequest.builder().filters(name).build();
    }
}
