"""Looks at pages in a real browser: what axe finds, what overflows, what the keyboard reaches."""

import shutil

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [("light", 1280), ("dark", 390)]
MOST_STEPS = 400
"""So many times the Tab key is pressed on one page at most."""

FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled).length"""

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.reachedElements ??= new Set();
  const isNew = !window.reachedElements.has(e);
  window.reachedElements.add(e);
  const look = getComputedStyle(e), box = e.getBoundingClientRect();
  return {isNew, name: e.outerHTML.slice(0, 90),
          ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
                && box.right > 0 && box.left < innerWidth};
}"""

OVERFLOW = """() => {
  const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  if (wide <= room) return null;
  const inScroller = e => { for (let p = e.parentElement; p; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
  const guilty = [...document.body.querySelectorAll('*')].find(
    e => e.getBoundingClientRect().right > room + 1 && !inScroller(e));
  return `${wide} of ${room} pixels` + (guilty ? ': ' + guilty.outerHTML.slice(0, 120) : '');
}"""

# Data tables of charts are left out on paper: the drawing and the page's own table stay.
CLOSED_IN_PRINT = """() => [...document.querySelectorAll('details:not([open])')].filter(
  e => !e.matches('.chart > details, details:has(> [id^=ranked-])') && [...e.children].some(c => c.tagName !== 'SUMMARY' && c.textContent.trim() !== ''
       && !c.classList.contains('screen-only') && c.getClientRects().length === 0)).length"""

INJECTED = """() => [...document.querySelectorAll(
  'script:not([src]), img, iframe, object, embed, b, i, style, [onerror], [onmouseover], ' +
  'a[href^="javascript:"], a[href^="data:"]')].map(e => e.outerHTML.slice(0, 120))"""


def executable():
    """The browser of the system."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if shutil.which(name):
            return shutil.which(name)
    raise SystemExit("check-pages: error: there is no Chromium — help: run tools/setup --checks")


def launch(play):
    """One browser for everything; root cannot have its sandbox."""
    return play.chromium.launch(
        executable_path=executable(), headless=True, args=["--no-sandbox"])


class Watch:
    """A page of the browser with everything it complains of."""

    def __init__(self, browser, scheme="light", width=1280, height=900, scripts=True, **more):
        self.context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": height},
            java_script_enabled=scripts, reduced_motion="reduce", **more)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", lambda said: self.faults.append(f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        self.page.on("request", self._request)
        self.page.on("dialog", self._dialog)

    def _request(self, request):
        if not request.url.startswith("file://"):
            self.faults.append(f"asks another host: {request.url}")

    def _dialog(self, dialog):
        self.faults.append(f"a dialog opens: {dialog.message}")
        dialog.dismiss()

    def open(self, path, fragment=""):
        self.page.goto(path.resolve().as_uri() + fragment, wait_until="load")

    def take(self):
        """The faults since the last time."""
        found, self.faults = self.faults, []
        return found


class Looking:
    """Everything that is looked at in a browser, with one context for each look."""

    def __init__(self, browser):
        self.browser = browser
        self.axe = Axe()
        self.watches = {look: Watch(browser, *look) for look in LOOKS}
        self.wide = Watch(browser, "light", 2560, 1400)
        self.bare = Watch(browser, "light", 1280, scripts=False)

    def close(self):
        for watch in [*self.watches.values(), self.wide, self.bare]:
            watch.context.close()

    def watch(self, look):
        if look not in self.watches:
            self.watches[look] = Watch(self.browser, *look)
        return self.watches[look]

    def accessible(self, path, looks=None):
        """What axe finds on a page in each look."""
        for look in looks or LOOKS:
            watch = self.watch(look)
            watch.open(path)
            watch.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            found = self.axe.run(watch.page, options={
                "runOnly": RULES, "resultTypes": ["violations"], "preload": False}).response["violations"]
            for violation in found:
                node = violation["nodes"][0]
                yield f"axe in {look[0]} at {look[1]}: {violation['id']} ×{len(violation['nodes'])}: " \
                    f"{node['html'][:140]} {node.get('failureSummary', '')[:200]!r}"
            yield from watch.take()

    def quiet(self, path):
        """What a page complains of, and whether it is wider than the window."""
        for watch in (self.watch(("dark", 390)), self.wide):
            watch.open(path)
            overflow = watch.page.evaluate(OVERFLOW)
            if overflow:
                yield f"scrolls sideways: {overflow}"
            for element in watch.page.evaluate(INJECTED):
                yield f"an element came in: {element}"
            yield from watch.take()

    def bare_text(self, path, letters):
        """Whether all text is there without scripts, and print leaves nothing closed."""
        watch = self.bare
        watch.open(path)
        seen = len("".join(watch.page.evaluate("document.body.textContent").split()))
        if seen < letters:
            yield f"without scripts {seen} of {letters} letters are there"
        idle = watch.page.evaluate("document.querySelectorAll('button, input, select').length")
        if idle:
            yield f"without scripts {idle} controls do nothing"
        watch.page.emulate_media(media="print")
        closed = watch.page.evaluate(CLOSED_IN_PRINT)
        watch.page.emulate_media(media="screen")
        if closed:
            yield f"in print {closed} details stay closed"
        yield from watch.take()

    def keyboard(self, path):
        """Whether Tab reaches everything that can be used, and shows where it is."""
        watch = self.watch(("light", 1280))
        watch.open(path)
        wanted = watch.page.evaluate(FOCUSABLE)
        if wanted == 0:
            yield "nothing can be used"
        reached = 0
        for _ in range(min(wanted + 5, MOST_STEPS)):
            watch.page.keyboard.press("Tab")
            focused = watch.page.evaluate(FOCUSED)
            if focused is None or not focused["isNew"]:
                break
            reached += 1
            if not focused["ring"] or not focused["seen"]:
                # A busy machine may not have scrolled to it yet.
                watch.page.wait_for_timeout(500)
                focused = watch.page.evaluate(FOCUSED) or focused
            if not focused["ring"] or not focused["seen"]:
                yield f"the focus is not to be seen: {focused['name']}"
        if reached < min(wanted, MOST_STEPS):
            yield f"Tab reaches {reached} of {wanted} elements"
        yield from watch.take()
