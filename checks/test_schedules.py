"""Plants each mistake in a copy of schedules.yaml, and expects checks/schedules.py to name it."""

import datetime
import unittest

import cron
import template

TEXT = template.TEMPLATE.read_text()
# The samples, as far as mistakes are planted in them.
DBT = '"jobId": 70403'
ATTACH = '70403, "ifRunning": "attach"'
FIFTY = "[" + ", ".join(['{"provider": "dbt", "jobId": 1, "account": "' + "a" * 64 + '"}'] * 50) + "]"
STAGE = '[\n              {"provider": "dbt", "jobId": 70403}]'

SCHEDULES = (template.ROOT / "schedules.yaml").read_text()

# what goes wrong: (the text as it is, the text with the mistake, what the complaint must say)
MISTAKES = {
    "five cron fields": ("cron(0 2 * * ? *)", "cron(0 2 * * ?)", "6 required"),
    "a day of month and a day of week": ("cron(0 2 * * ? *)", "cron(0 2 * * * *)", "question mark"),
    "an hour that does not exist": ("cron(0 2 * * ? *)", "cron(0 25 * * ? *)", "hour"),
    "a rate in the wrong number": ("rate(6 hours)", "rate(1 hours)", "singular after 1"),
    "neither cron nor rate": ("rate(6 hours)", "every six hours", "neither cron"),
    "a time zone that does not exist": ("America/New_York", "America/NewYork", "no such time zone"),
    "a sample that is on": ("State: DISABLED", "State: ENABLED", "is a sample and not off"),
    "State in lower case": ("State: DISABLED", "State: enabled", "State is 'enabled'"),
    "OFF without quotes": ("Mode: 'OFF'", "Mode: OFF", "quote 'OFF'"),
    "a request that is not JSON": ('"syncId": 1234567}\']]', '"syncId": 1234567,}\']]', "not JSON"),
    "a request for nobody": ('"provider": "hightouch"', '"provider": "hightuch"', "stages[2].tasks[0].provider must be one of"),
    "an id as a text": ('"sourceId": 120643, "account"', '"sourceId": "120643", "account"', "sourceId must be an integer"),
    "a field of another provider": ('"jobId": 70403, ', '"jobId": 70403, "sourceId": 1, ', "sourceId is not a field of dbt requests"),
    "a stage without tasks": ('[\n              {"provider": "dbt", "jobId": 70403}]', "[]", "stages[1].tasks must be a list of 1 to 50, got an empty list"),
    "a pipeline for the machine of syncs": ("[!Ref StartPipeline,", "[!Ref StartSync,", "no valid request"),
    "a request for the machine of pipelines": ("[!Ref StartSync,", "[!Ref StartPipeline,", "no valid pipeline"),
    "no dead-letter queue": ("        DeadLetterConfig: { Arn: !Ref DeadLetterQueueArn }\n", "", "no dead-letter queue"),
    "a parameter that nobody gives": ("  TimeZone:\n", "  Zone:\n    Type: String\n  TimeZone:\n", "is given: Schedules: Zone"),
    "a schedule whose ticks nobody counts": ("      GroupName: !Ref GroupName\n", "", "is not in the group"),
    "a time that never comes": ("cron(30 4 1 * ? *)", "cron(30 4 30 2 ? *)", "never fires"),
    "no Input": ("        Input: !Join ['', [!Ref StartSync, !Join", "        Inputs: !Join ['', [!Ref StartSync, !Join", "has no Input"),
    "bounds that cross": (DBT + ", ", DBT + ', "minWaitSeconds": 60, "maxWaitSeconds": 30, ', "must not be above maxWaitSeconds"),
    "a key twice": (DBT + ", ", DBT + ', "jobId": 70404, ', "jobId must be there once"),
    "an id with a fraction": (DBT + ", ", DBT + ".0, ", "jobId must be an integer"),
    "an id with an exponent": (DBT + ", ", '"jobId": 7e4, ', "jobId must be an integer"),
    "a slip in a field's name": (ATTACH, ATTACH.replace("ifRunning", "ifRuning"), "ifRuning is not a field of a request"),
    "a slip in a provider's name": (
        '{"provider": "dbt", "jobId": 70403, ',
        '{"provider": "dbtt", "jobId": 70403, ',
        "must be one of hightouch, stitch, dbt",
    ),
    "a word that is none": (ATTACH, ATTACH.replace("attach", "wait"), "ifRunning must be one of"),
    "no id": (DBT + ", ", '"account": "acme", ', "jobId is required"),
    "two ways to name a sync": (
        '"syncId": 1234567}\']]',
        '"syncId": 1234567, "syncSlug": "a"}\']]',
        "Exactly one of syncId, syncSlug",
    ),
    "two stages of one name": ('"name": "transform"', '"name": "ingest"', "stages[1].name must be another one"),
    "51 tasks": (
        STAGE,
        "[" + ", ".join(['{"provider": "dbt", "jobId": 1}'] * 51) + "]",
        "stages[1].tasks must be a list of 1 to 50, got 51",
    ),
    "a pipeline that is too large": (
        STAGE,
        FIFTY + "}, " + "}, ".join(f'{{"name": "{n}", "tasks": {FIFTY}' for n in range(17)),
        "must be at most",
    ),
    "a backslash": (DBT + ", ", r'"jobId": 1, "account": "a\\b", ', "no backslash"),
    "an escaped letter": (ATTACH, ATTACH.replace("attach", r"\u0061ttach"), "no backslash"),
}

# Cron expressions that never come true, and ones that do, though rarely.
NEVER = (
    "0 2 30 2 ? *",
    "0 2 31 4,6 ? *",
    "0 2 * * ? 2020",
    "0 2 29 2 ? 2027",
    "0 2 31W 11 ? *",
    "0 2 ? * MON 1999-2020",
)
AT_TIMES = (
    "0 2 29 2 ? *",
    "0 2 31 4-5 ? *",
    "0 2 L 2 ? *",
    "0 2 LW 2 ? *",
    "0 2 ? FEB MON#5 *",
    "0 2 31 * ? 2026",
    "0 2 1/5 2/3 ? 2027/2",
    "0 2 30,31 JAN-FEB ? *",
    "0/15 * * * ? *",
    "0 2 15W * ? *",
)


class PlantedMistakes(unittest.TestCase):
    def test_every_mistake_is_named(self):
        for mistake, (as_it_is, planted, complaint) in MISTAKES.items():
            with self.subTest(mistake):
                self.assertIn(as_it_is, SCHEDULES, "the schedules have changed: plant this mistake elsewhere")
                found = list(template.troubles(TEXT, files={"schedules.yaml": SCHEDULES.replace(as_it_is, planted, 1)}))
                self.assertTrue(any(complaint in trouble for trouble in found), f"not noticed; found {found}")

    def test_a_schedule_of_ones_own_may_be_on(self):
        mine = SCHEDULES.replace("SampleDbtJob", "Mine").replace("DISABLED", "ENABLED")
        on = [trouble for trouble in template.troubles(TEXT, files={"schedules.yaml": mine}) if "Mine" in trouble]
        self.assertEqual([], on)

    def test_zones_that_are_no_place_are_named(self):
        for zone in ("Factory", "localtime"):
            mistaken = SCHEDULES.replace("America/New_York", zone)
            found = list(template.troubles(TEXT, files={"schedules.yaml": mistaken}))
            self.assertIn(f"SampleDbtJob: no such time zone: {zone}", found)


class Cron(unittest.TestCase):
    TODAY = datetime.date(2026, 11, 27)

    def test_what_never_fires_is_told_from_what_does(self):
        for fields in NEVER:
            with self.subTest(fields):
                self.assertIn("never fires", "".join(cron.troubles(f"cron({fields})", self.TODAY)))
        for fields in AT_TIMES:
            with self.subTest(fields):
                self.assertEqual([], list(cron.troubles(f"cron({fields})", self.TODAY)))


if __name__ == "__main__":
    unittest.main()
