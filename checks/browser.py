"""`syncstep serve` in a real Chromium: what a person sees, by mouse, by keyboard, in the dark and on a narrow screen; and what the
function Overview shows in a dashboard, as far as a browser tells without CloudWatch. Makes the screenshots in docs/ with --screenshots.

Takes a minute, and needs `mvn verify` (or ./syncstep) to have built the command line, and Debian's chromium.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import expect, sync_playwright

import fake_workspace

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMAND_LINE = ROOT / "local" / "target" / "syncstep.jar"
SCREENSHOTS = ROOT / "docs" if "--screenshots" in sys.argv else None
SYNC = "orders → Salesforce production"
LARGEST_SECONDS = 2
CONSOLE = "http://127.0.0.1:9/dashboard"
GIVE_UP_MS = 120_000


def java():
    jdk = subprocess.run([ROOT / "checks" / "jdk25"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{jdk}/bin/java"


@contextlib.contextmanager
def served(credentials=""):
    """The address of a server of its own."""
    server = subprocess.Popen(
        [java(), "-jar", COMMAND_LINE, "serve", "--port", "0"],
        env={**os.environ, "SYNCSTEP_CREDENTIALS": credentials},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        said = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)[0]
        # On a busy machine the first reading takes longer than a look waits.
        while "is still being read" in urllib.request.urlopen(address).read().decode():
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(30)


@contextlib.contextmanager
def page_of(browser, **options):
    """A page that fails the check when anything on it is blocked, breaks, opens a dialog or is loaded from elsewhere."""
    context = browser.new_context(**options)
    page = context.new_page()
    troubles = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1:") else troubles.append(asked.url))
    yield page
    context.close()
    # Chromium asks every server for an icon of its own accord.
    troubles = [trouble for trouble in troubles if "favicon" not in trouble]
    hold("nothing on the page was blocked, broke or came from elsewhere", not troubles, troubles)


def hold(what, holds, *seen):
    if not holds:
        sys.exit(f"{what}: not so. {seen}")
    print(what, flush=True)


def shoot(page, name):
    if SCREENSHOTS:
        page.screenshot(path=SCREENSHOTS / f"page-{name}.png", full_page=False)


def list_and_details(browser, address):
    with page_of(browser) as page:
        page.goto(address)
        expect(page.get_by_text("played by the built-in simulator").first).to_be_visible()
        expect(page.get_by_role("link", name=SYNC, exact=True)).to_be_visible()
        page.get_by_label("Containing").fill("salesforce")
        page.get_by_label("Containing").press("Enter")
        expect(page).to_have_url(re.compile("text=salesforce"))
        expect(page.get_by_role("link", name=SYNC, exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="customers → HubSpot")).to_have_count(0)
        page.get_by_role("link", name=SYNC, exact=True).click()
        expect(page.get_by_role("heading", name=SYNC)).to_be_visible()
        expect(page.get_by_role("heading", name="Latest runs")).to_be_visible()
        expect(page.get_by_role("img", name="Duration")).to_be_visible()
    print("the list, its filter and the details of a sync are shown", flush=True)


def run_by_button(browser, address):
    with page_of(browser) as page:
        page.goto(address)
        page.get_by_role("link", name=SYNC, exact=True).click()
        page.get_by_role("link", name=f"Run {SYNC}").click()
        expect(page.get_by_text(f"Run {SYNC} now?")).to_be_visible()
        page.get_by_role("link", name="Do not run").click()
        page.goto(f"{address}runs")
        expect(page.get_by_text("None yet.")).to_be_visible()
        page.go_back()
        page.get_by_role("link", name=f"Run {SYNC}").click()
        page.get_by_role("button", name="Run now").dblclick(no_wait_after=True)
        state = page.locator("[aria-live=polite]")
        expect(state).to_contain_text("Wait for the run", timeout=GIVE_UP_MS)
        page.reload()
        expect(state).to_contain_text("Succeeded", timeout=GIVE_UP_MS)
        expect(state).to_contain_text("773 added")
        expect(page).to_have_title(re.compile("^Succeeded: "))
        page.get_by_role("link", name="Runs started here").click()
        expect(page.locator("tbody tr")).to_have_count(1)
    print("a run started by the button asks first, starts once, survives a reload, and is followed to its end", flush=True)


def by_keyboard(browser, address):
    with page_of(browser, java_script_enabled=False) as page:
        page.goto(address)
        focus(page, f"a:text-is('{SYNC}')")
        page.keyboard.press("Enter")
        focus(page, "a:text-is('Run')")
        page.keyboard.press("Enter")
        focus(page, "button:text-is('Run now')")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=f"Run of {SYNC}")).to_be_visible()
        expect(page.locator("[aria-live=polite]")).to_contain_text("Succeeded", timeout=GIVE_UP_MS)
    print("the same by keyboard alone, without a script", flush=True)


def focus(page, selector):
    """Tab by tab, and it must be seen where one is."""
    page.wait_for_load_state()
    target = page.locator(selector)
    for _ in range(200):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    outline = target.evaluate("element => getComputedStyle(element).outlineStyle")
    hold(f"{selector} is reached by keyboard, and its focus is seen", outline != "none", outline)


def looks(browser, address):
    for scheme in ("light", "dark"):
        with page_of(browser, color_scheme=scheme, viewport={"width": 1280, "height": 800}) as page:
            page.goto(address)
            shoot(page, f"overview-{scheme}")
            ink, paper = (brightness(page, f"body, .syncstep.readers >> nth=1", what) for what in ("color", "backgroundColor"))
            hold(f"{scheme} is {scheme}", (ink > paper) == (scheme == "dark"), ink, paper)
            page.get_by_role("link", name=SYNC, exact=True).click()
            shoot(page, f"details-{scheme}")
            page.get_by_role("link", name="Runs started here").click()
            page.locator("tbody a").first.click()
            expect(page.locator("[aria-live=polite]")).to_be_visible()
            shoot(page, f"run-{scheme}")
    with page_of(browser, viewport={"width": 360, "height": 740}) as page:
        for path in ("", "task/hightouch/default/1234567?ask=run", "runs"):
            page.goto(address + path)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            hold(f"/{path} fits on a narrow screen", wide <= 0, wide)


def brightness(page, selector, what):
    colour = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{what}")
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


def large_and_hostile(browser):
    workspace = fake_workspace.FakeWorkspace()
    with served(workspace.credentials()) as address, page_of(browser) as page:
        # The server was just started: its first list is read from the provider.
        first = loading(page, address)
        problem = page.locator(".problem")
        expect(problem).to_contain_text("Stitch refused")
        expect(problem).to_contain_text("Unauthorized")
        expect(page.locator("tbody tr")).to_have_count(fake_workspace.SYNCS)
        print("a failing account shows as failing beside the others", flush=True)
        kept = min(loading(page, address) for _ in range(5))
        hold(
            f"1,000 syncs within {LARGEST_SECONDS} s: first load {first:.2f} s, from the kept list {kept:.2f} s",
            max(first, kept) < LARGEST_SECONDS,
        )
        hostile(page, address)


def loading(page, address):
    started = time.monotonic()
    page.goto(address)
    page.locator("tbody tr").last.wait_for()
    return time.monotonic() - started


def hostile(page, address):
    page.goto(f"{address}?text=javascript")
    name = page.locator("tbody th a").first
    expect(name).to_contain_text(fake_workspace.EVIL)
    stays_text(page)
    name.click()
    expect(page.get_by_role("heading", level=2)).to_contain_text(fake_workspace.EVIL)
    stays_text(page)
    page.get_by_role("link", name="Run", exact=False).filter(has_text=re.compile("^Run$")).click()
    expect(page.locator("#question")).to_contain_text(fake_workspace.EVIL)
    stays_text(page)
    page.get_by_role("button", name="Run now").click()
    expect(page.locator("[aria-live=polite]")).to_contain_text("SyncFailed", timeout=GIVE_UP_MS)
    expect(page.locator("[aria-live=polite]")).to_contain_text("<script>alert('got")
    stays_text(page)
    page.goto(f"{address}runs")
    expect(page.locator("tbody")).to_contain_text(fake_workspace.EVIL)
    stays_text(page)


def widget(browser):
    for theme in ("light", "dark"):
        with page_of(browser, viewport={"width": 600, "height": 800}) as page:
            html = widget_html(theme)
            page.route(f"{CONSOLE}**", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
            page.goto(CONSOLE)
            expect(page.locator("tbody tr").first).to_contain_text(fake_workspace.EVIL)
            hold("the widget's names stay text, too", page.locator("script, img").count() == 0)
            ink, paper = (brightness(page, ".syncstep", what) for what in ("color", "backgroundColor"))
            hold(f"the widget of a {theme} dashboard is {theme}", (ink > paper) == (theme == "dark"), ink, paper)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            hold("the widget fits into half a dashboard", wide <= 0, wide)
            page.evaluate("window.stayed = true")
            page.get_by_label("Containing").fill("orders")
            page.get_by_label("Containing").press("Enter")
            page.wait_for_timeout(500)
            stayed = page.evaluate("window.stayed === true")
            hold("Enter in the widget's filter does not leave the dashboard", stayed and page.url == CONSOLE, page.url)
            focus(page, "button:text-is('Filter')")


def widget_html(theme):
    """What CloudWatch gets for a widget, in a page of a console that is none."""
    workspace = fake_workspace.FakeWorkspace()
    hostile = {name: one for name, one in json.loads(workspace.credentials()).items() if name == "hightouch/hostile"}
    answer = subprocess.run(
        [java(), "-cp", COMMAND_LINE, ROOT / "checks" / "Widget.java"],
        env={**os.environ, "SYNCSTEP_CREDENTIALS": json.dumps(hostile), "AWS_REGION": "us-east-1"},
        input=json.dumps({"widgetContext": {"theme": theme, "forms": {"all": {}}, "params": {}, "width": 600}}),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return f"<!DOCTYPE html><html><body>{json.loads(answer.stdout)}</body></html>"


def stays_text(page):
    hold(
        f"names full of markup stay text: {page.url.rsplit('/', 1)[-1][:30]}",
        page.locator("script").count() == 1 and page.locator("img").count() == 0 and page.locator("main script").count() == 0,
    )


def main():
    chromium = shutil.which("chromium") or sys.exit("there is no chromium on the PATH: install Debian's package chromium")
    if not COMMAND_LINE.exists():
        sys.exit(f"{COMMAND_LINE.relative_to(ROOT)} is missing: build it first, with mvn verify")
    with sync_playwright() as playwright:
        # Chromium has no sandbox for root, which CI often is.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if os.getuid() == 0 else [])
        expect.set_options(timeout=20_000)
        large_and_hostile(browser)
        widget(browser)
        with served() as address:
            list_and_details(browser, address)
            run_by_button(browser, address)
            looks(browser, address)
            by_keyboard(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
