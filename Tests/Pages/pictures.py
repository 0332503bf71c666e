"""Takes pictures of one page of each kind, and prints them."""

from playwright.sync_api import sync_playwright

from browser import Watch, launch
from reports import kind

TALLEST = 6000
"""A picture shows so many pixels of a page at most."""


def take(made, folder):
    """Pictures at 1,280 and 390 pixels, light and dark, and a PDF, of each kind of each report."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        chromium = launch(play)
        watches = {"1280": Watch(chromium), "390": Watch(chromium, width=390, height=844),
                   "dark": Watch(chromium, "dark")}
        for report in made:
            for path in one_of_each(report):
                name = "-".join(path.relative_to(report.folder).with_suffix("").parts)
                for size, watch in watches.items():
                    picture(watch, path, folder / f"{report.name}-{name}-{size}.png")
                watches["1280"].page.pdf(
                    path=folder / f"{report.name}-{name}.pdf", prefer_css_page_size=True)
        chromium.close()
    print(f"pictures: {len(list(folder.iterdir()))} files in {folder}")
    return 0


def one_of_each(report):
    """The first page of each kind in each language."""
    found = {}
    for path in report.pages():
        found.setdefault((kind(report, path), path.relative_to(report.folder).parts[0]), path)
    return found.values()


def picture(watch, path, target):
    watch.open(path)
    height = watch.page.evaluate("document.documentElement.scrollHeight")
    size = watch.page.viewport_size
    watch.page.screenshot(path=target, full_page=height <= TALLEST, clip=None if height <= TALLEST
                          else {"x": 0, "y": 0, "width": size["width"], "height": size["height"]})
