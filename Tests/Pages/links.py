"""Finds where every link and download of a report leads."""

from urllib.parse import unquote, urlsplit


class Links:
    """The links of one report: to files of its own, to places in them, and to other hosts."""

    def __init__(self, report, pages):
        self.folder = report.folder.resolve()
        self.ids = {page.path.resolve(): set(page.ids) for page in pages}
        self.files = {path.resolve() for path in self.folder.rglob("*") if path.is_file()}
        self.checked = 0

    def check(self, page):
        """Every link of the page that leads nowhere, or out of the report other than by `<a>`."""
        for tag, name, address in page.links:
            self.checked += 1
            fault = self.fault(page, tag, address)
            if fault:
                yield f"<{tag} {name}={address!r}>: {fault}"

    def fault(self, page, tag, address):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            allowed = tag == "a" and parts.scheme in ("http", "https", "mailto")
            return None if allowed else "leads out of the report"
        target = page.path.resolve()
        if parts.path:
            target = (target.parent / unquote(parts.path)).resolve()
        if target not in self.files:
            return "there is no such file"
        if parts.fragment and unquote(parts.fragment) not in self.ids.get(target, set()):
            return "there is no such place"
        return None

    def unreached(self, pages):
        """Files of the report that no page leads to."""
        reached = {self.folder / "manifest.json"}
        for page in pages:
            for _, _, address in page.links:
                path = urlsplit(address).path
                if path:
                    reached.add((page.path.resolve().parent / unquote(path)).resolve())
        for path in sorted(self.files - reached):
            if path.name != "index.html" or path.parent != self.folder:
                yield f"no page leads to {path.relative_to(self.folder)}"
