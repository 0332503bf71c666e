"""Uses what the script of the report adds: sorting, filtering, languages, comparing, opening."""

from browser import Watch
from reports import kind


def check(browser, reports):
    """Every comfort that does not do what it is for; also those that no page of all has."""
    watch = Watch(browser)
    for name, comfort in COMFORTS.items():
        used = 0
        for report in reports:
            for path in candidates(report, name):
                answer = comfort(watch, report, path)
                if answer is None:
                    continue
                used += 1
                yield from (f"{report.name}/{path.name}: {name}: {fault}"
                            for fault in [*answer, *watch.take()])
                break
            if used >= 2:
                break
        if used == 0:
            yield f"no page has anything for {name}"


def candidates(report, name):
    """One page of each kind, in each language."""
    found = {}
    for path in report.pages():
        found.setdefault((kind(report, path), path.relative_to(report.folder).parts[0]), path)
    return found.values()


def sorting(watch, _, path):
    """Sorts by each of the first columns both ways; the order is that of the figures."""
    watch.open(path)
    buttons = watch.page.locator("table.sortable thead button:visible")
    if buttons.count() == 0:
        return None
    faults = []
    for index in range(min(buttons.count(), 4)):
        for _ in range(2):
            watch.page.evaluate(BEFORE, index)
            buttons.nth(index).click()
            fault = watch.page.evaluate(SORTED, index)
            if fault:
                faults.append(fault)
    return faults


BEFORE = """(index) => {
  const head = document.querySelectorAll('table.sortable thead button')[index].closest('th');
  const table = head.closest('table');
  const column = [...head.parentElement.cells].slice(0, head.cellIndex).reduce((n, c) => n + c.colSpan, 0);
  table.dataset.before = [...table.tBodies[0].rows].map(r => r.cells[column].textContent).join();
}"""


SORTED = """(index) => {
  const head = document.querySelectorAll('table.sortable thead button')[index].closest('th');
  const table = head.closest('table'), order = head.getAttribute('aria-sort');
  if (order !== 'ascending' && order !== 'descending') return 'aria-sort is ' + order;
  if (!document.querySelector('[role=status]').textContent) return 'the order is not announced';
  if (table.querySelectorAll('[aria-sort]').length !== 1) return 'two columns say they are sorted';
  const column = [...head.parentElement.cells].slice(0, head.cellIndex).reduce((n, c) => n + c.colSpan, 0);
  const place = c => c?.querySelector('[data-sort]')?.dataset.sort ?? c?.querySelector('data[value]')?.value;
  const cells = [...table.tBodies[0].rows].map(r => r.cells[column]);
  const words = cells.map(c => c.textContent).join();
  const known = cells.map(place).filter(v => v !== undefined);
  if (new Set(known.length ? known : cells.map(c => c.textContent)).size > 1 && words === table.dataset.before)
    return `a click on "${head.textContent}" changes nothing`;
  const values = known
    .map(v => v.split('/')).map(([a, b]) => Number(a) / Number(b ?? 1));
  for (let i = 1; i < values.length; i++)
    if (order === 'ascending' ? values[i] < values[i - 1] : values[i] > values[i - 1])
      return `row ${i} of "${head.textContent}" is out of order`;
  return null;
}"""


def filtering(watch, _, path):
    """Typing a name, in capitals and without marks, leaves its row and says how many."""
    watch.open(path)
    field = watch.page.locator(".filter input").first
    if field.count() == 0:
        return None
    name = watch.page.evaluate("""() => {
      const t = document.getElementById(document.querySelector('.filter').dataset.for);
      const r = [...t.querySelectorAll(':scope > tbody > tr, :scope > li')].at(-1);
      return (r.querySelector('th') || r).textContent.trim(); }""")
    field.fill(name.upper())
    shown = watch.page.evaluate("""() => {
      const t = document.getElementById(document.querySelector('.filter').dataset.for);
      const all = [...t.querySelectorAll(':scope > tbody > tr, :scope > li')];
      return [all.filter(r => !r.hidden).length, all.length,
              document.querySelector('.filter output').textContent]; }""")
    faults = []
    if not 1 <= shown[0] <= shown[1]:
        faults.append(f"{name!r} leaves {shown[0]} of {shown[1]} rows")
    if str(shown[0]) not in shown[2]:
        faults.append(f"it says {shown[2]!r} of {shown[0]} rows")
    return faults


def remembering(watch, report, path):
    """The language that was chosen is the one the front page goes on to, and no other page."""
    watch.open(path)
    other = watch.page.locator(".languages a[hreflang]:not([aria-current])")
    if other.count() == 0 or kind(report, path) == "front":
        return None
    last = other.last
    tag, address = last.get_attribute("hreflang"), last.evaluate("a => a.href")
    last.click()
    watch.page.wait_for_load_state("load")
    faults = [] if watch.page.url.split("#")[0] == address.split("#")[0] else ["the switch fails"]
    watch.open(report.folder / "index.html")
    watch.page.wait_for_timeout(200)
    watch.page.wait_for_load_state("load")
    if f"/{tag}/" not in watch.page.url:
        faults.append(f"the front page does not go on to {tag}")
    watch.open(path)
    if watch.page.url.split("#")[0] != path.resolve().as_uri():
        faults.append("a page goes on to another language")
    watch.page.evaluate("localStorage.clear()")
    # The front page was left before all of it was there.
    watch.faults = [fault for fault in watch.faults if not fault.startswith("failed: ")]
    return faults


def comparing(watch, _, path):
    """The figures of another body stand beside those of this one."""
    watch.open(path)
    field = watch.page.locator(".compare input").first
    if field.count() == 0:
        return None
    field.focus()
    options = watch.page.locator(".compare select option")
    try:
        options.first.wait_for(state="attached", timeout=3000)
    except Exception:
        return ["no body is offered"]
    watch.page.locator(".compare select").select_option(index=0)
    rows = watch.page.locator(".compare table tbody tr").count()
    return [] if rows else ["no table appears"]


def opening(watch, _, path):
    """A link to a place in closed details opens them."""
    watch.open(path)
    place = watch.page.evaluate("""() => document.querySelector(
      'details:not([open]) [id], [id] > details:not([open])')?.closest('[id]')?.id""")
    if not place:
        return None
    watch.page.goto("about:blank")
    watch.open(path, "#" + place)
    is_open = watch.page.evaluate("""(id) => { const t = document.getElementById(id);
      for (let p = t; p; p = p.parentElement) if (p.tagName === 'DETAILS' && !p.open) return false;
      return [...t.children].every(c => c.tagName !== 'DETAILS' || c.open || t.firstElementChild !== c);
    }""", place)
    return [] if is_open else [f"#{place} stays closed"]


COMFORTS = {"sorting": sorting, "filtering": filtering, "remembering the language": remembering,
            "comparing": comparing, "opening": opening}
