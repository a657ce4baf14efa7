"""A key for localhost, and a trust store that has it, as the JDK's own trust store is made."""

import ssl
import subprocess
from pathlib import Path

from lambda_host import jdk25

PASSWORD = "rehearsal"


class Tls:
    """The key is of the kind that most servers have."""

    def __init__(self, folder):
        keys = folder / "keys.p12"
        run(
            Path(jdk25()) / "bin" / "keytool", "-genkeypair", "-keystore", keys, "-storepass", PASSWORD, "-alias", "here",
            "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
            "-validity", "2",
        )  # fmt: skip
        self.trust = [
            f"-Djavax.net.ssl.trustStore={_trust_store(folder, keys)}",
            "-Djavax.net.ssl.trustStorePassword=changeit",
        ]
        pem = run("openssl", "pkcs12", "-in", keys, "-passin", f"pass:{PASSWORD}", "-nodes")
        (folder / "keys.pem").write_bytes(pem)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(folder / "keys.pem")

    def serve(self, server):
        """Makes what listens for HTTP listen for HTTPS."""
        server.socket = self._context.wrap_socket(server.socket, server_side=True)


def _trust_store(folder, keys):
    """The JDK's own and this key. As that one it has no password: to derive a key of one would take 100 ms."""
    keytool, trusted = Path(jdk25()) / "bin" / "keytool", folder / "trusted.p12"
    trusted.write_bytes((Path(jdk25()) / "lib" / "security" / "cacerts").read_bytes())
    run(keytool, "-exportcert", "-keystore", keys, "-storepass", PASSWORD, "-alias", "here", "-file", folder / "here.cer")
    run(
        keytool, "-importcert", "-noprompt", "-keystore", trusted, "-storepass", "changeit", "-alias", "here",
        "-file", folder / "here.cer",
        "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE", "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
    )  # fmt: skip
    return trusted


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout
