"""./store-key with a fake AWS CLI on the PATH: what it is called with, and that the key shows nowhere."""

import json
import os
import pty
import subprocess
import tempfile
import termios
import unittest
from pathlib import Path

STORE_KEY = Path(__file__).resolve().parent.parent / "store-key"
KEY = 'hidden"key\\1'

# Writes down its arguments and the secret, which must come by the address that it was given.
FAKE_AWS = r"""#!/bin/sh
printf '%s\n' "$*" >>"$CALLS"
tr '\0' ' ' </proc/$PPID/cmdline >>"$CALLS" 2>/dev/null
case $* in *file:///dev/stdin*) cat /dev/stdin >"$SECRET" ;; esac
case "$EXISTS $2" in
  "no put-secret-value") echo 'An error occurred (ResourceNotFoundException): none' >&2; exit 254 ;;
  "denied "*) echo 'An error occurred (AccessDeniedException): not for you' >&2; exit 254 ;;
esac
echo '{"ARN":"arn"}'
"""


class StoreKey(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.calls, self.secret = Path(folder.name, "calls"), Path(folder.name, "secret")
        aws = Path(folder.name, "aws")
        aws.write_text(FAKE_AWS)
        aws.chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{folder.name}:{os.environ['PATH']}",
            "CALLS": str(self.calls),
            "SECRET": str(self.secret),
            "EXISTS": "yes",
        }

    def call(self, *arguments, key=KEY + "\n", **environment):
        done = subprocess.run(
            [STORE_KEY, *arguments],
            input=key,
            env=self.environment | environment,
            capture_output=True,
            text=True,
        )
        said = done.stdout + done.stderr + (self.calls.read_text() if self.calls.exists() else "")
        self.assertNotIn("hidden", said)
        return done

    def stored(self):
        return json.loads(self.secret.read_text())

    def test_a_new_account_is_created(self):
        done = self.call("hightouch", "acme", "--workspace-slug", "acme-eu", EXISTS="no")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("create-secret --name syncstep/hightouch/acme ", self.calls.read_text())
        self.assertEqual({"apiKey": KEY, "workspaceSlug": "acme-eu"}, self.stored())

    def test_a_known_account_gets_another_key(self):
        done = self.call("stitch")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("put-secret-value --secret-id syncstep/stitch/default ", self.calls.read_text())
        self.assertNotIn("create-secret", self.calls.read_text())
        self.assertEqual({"accessToken": KEY}, self.stored())

    def test_dbt_has_an_account_id_and_a_prefix_is_the_stacks(self):
        arguments = ("dbt", "acme", "--account-id", "43786", "--base-url", "https://ab123.us1.dbt.com")
        self.call(*arguments, SYNCSTEP_SECRET_PREFIX="data/")
        self.assertIn("--secret-id data/dbt/acme ", self.calls.read_text())
        expected = {"serviceToken": KEY, "accountId": "43786", "baseUrl": "https://ab123.us1.dbt.com"}
        self.assertEqual(expected, self.stored())

    def test_a_refusal_of_aws_is_told_and_nothing_is_created(self):
        done = self.call("stitch", EXISTS="denied")
        self.assertEqual(2, done.returncode)
        self.assertIn("not for you", done.stderr)
        self.assertNotIn("create-secret", self.calls.read_text())

    def test_bad_usage_calls_nobody(self):
        for arguments in (
            [],
            ["fivetran"],
            ["stitch", "a/b"],
            ["stitch", "a" * 65],
            ["stitch", "acme", "extra", "word"],
            ["stitch", "--account-id", "1"],
            ["dbt", "acme"],
            ["hightouch", "--base-url"],
        ):
            with self.subTest(arguments):
                self.assertEqual(2, self.call(*arguments).returncode)
        self.assertFalse(self.calls.exists())

    def test_what_the_functions_would_refuse_is_not_stored_and_told_with_its_value(self):
        refused = {
            "--base-url": (
                *(("hightouch", "--base-url", url) for url in (
                    "http://evil.example.com", "http://127.0.0.1.example.com", "ftp://x", "https://", "api.hightouch.com",
                    "https://u@x", "https://x?y", "https://x#y", "http://localhost.example.com", "http://host.docker.internal:1",
                )),
                ("dbt", "--account-id", "1", "--base-url", "https://cloud.getdbt.com/api/v2"),
            ),
            "--account-id": (("dbt", "--account-id", 'x"y'), ("dbt", "--account-id", "4.5")),
        }
        for field, calls in refused.items():
            for arguments in calls:
                with self.subTest(arguments):
                    done = self.call(*arguments)
                    self.assertEqual(2, done.returncode)
                    self.assertIn(f"{field} ", done.stderr)
                    self.assertIn("must", done.stderr)
                    self.assertIn(f"got {arguments[-1]}", done.stderr)
        self.assertFalse(self.calls.exists())

    def test_addresses_that_the_functions_take_are_stored(self):
        for url in ("https://eu.example.com/api/v1", "https://x:8443/", "http://localhost:8080", "http://127.0.0.1:1/a", "http://[::1]:1"):
            with self.subTest(url):
                self.assertEqual(0, self.call("hightouch", "--base-url", url).returncode)
                self.assertEqual(url, self.stored()["baseUrl"])

    def test_a_prefix_that_the_stack_would_refuse_stores_nothing(self):
        for prefix in ("x/y", "/x/", "x y/", "x//"):
            with self.subTest(prefix):
                done = self.call("stitch", SYNCSTEP_SECRET_PREFIX=prefix)
                self.assertEqual(2, done.returncode)
                self.assertIn("SYNCSTEP_SECRET_PREFIX must", done.stderr)
        self.assertFalse(self.calls.exists())

    def test_a_key_without_a_line_feed_is_one(self):
        self.assertEqual(0, self.call("stitch", key=KEY).returncode)
        self.assertEqual({"accessToken": KEY}, self.stored())

    def test_a_key_that_is_none_is_not_stored(self):
        for key in ("", "\n", "hidden key\n", "hidden\tkey\n", "hidden\nhidden\n", "hidden\nhidden", "hidden\n\n"):
            with self.subTest(key):
                self.assertEqual(2, self.call("stitch", key=key).returncode)
        self.assertFalse(self.calls.exists())

    def test_a_terminal_does_not_show_what_is_typed(self):
        process, terminal = pty.fork()
        if process == 0:
            os.execve(STORE_KEY, ["store-key", "stitch"], self.environment)
        shown = b""
        try:
            while b"accessToken of stitch/default: " not in shown:
                shown += os.read(terminal, 1024)
            self.assertFalse(termios.tcgetattr(terminal)[3] & termios.ECHO)
            os.write(terminal, KEY.encode() + b"\n")
            while chunk := os.read(terminal, 1024):
                shown += chunk
        except OSError:  # Linux ends a terminal like this.
            pass
        self.assertEqual(0, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown)
        self.assertNotIn(b"hidden", shown)
        self.assertEqual({"accessToken": KEY}, self.stored())


if __name__ == "__main__":
    unittest.main()
