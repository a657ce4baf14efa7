"""A key for localhost with a chain of certificates such as Amazon's authority issues (RSA of 2,048 bits, two authorities above), and
a trust store that has its root, as the JDK's own trust store is made."""

import ssl
import subprocess
from pathlib import Path

from lambda_host import jdk25

KEYS = Path(__file__).with_name("keys")
PASSWORD = "rehearsal"


class Tls:
    def __init__(self, folder):
        run(KEYS, folder)
        self.trust = [
            f"-Djavax.net.ssl.trustStore={_trust_store(folder)}",
            "-Djavax.net.ssl.trustStorePassword=changeit",
        ]
        pem = run("openssl", "pkcs12", "-in", folder / "rsa.p12", "-passin", f"pass:{PASSWORD}", "-nodes")
        (folder / "keys.pem").write_bytes(pem)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "keys.pem")

    def serve(self, server):
        """Makes what listens for HTTP listen for HTTPS."""
        server.socket = self._context.wrap_socket(server.socket, server_side=True)


def _trust_store(folder):
    """The JDK's own and this root. As that one it has no password: to derive a key of one would take 100 ms."""
    keytool, trusted = Path(jdk25()) / "bin" / "keytool", folder / "trusted.p12"
    trusted.write_bytes((Path(jdk25()) / "lib" / "security" / "cacerts").read_bytes())
    run(
        keytool, "-importcert", "-noprompt", "-keystore", trusted, "-storepass", "changeit", "-alias", "root",
        "-file", folder / "root.pem",
        "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
    )  # fmt: skip
    return trusted


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout
