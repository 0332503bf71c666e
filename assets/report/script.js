// Comforts of the report; every page is whole without them. All words come from the page.
"use strict";
(() => {
  const language = document.documentElement.lang || "en";
  const order = new Intl.Collator(language, { numeric: true });
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (text, values) =>
    (text || "").replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
  const count = (number) => number.toLocaleString(language);

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  // One polite voice for what changes.
  const voice = make("div", { class: "visually-hidden", role: "status" });
  document.body.append(voice);
  const say = (text) => { voice.textContent = text; };

  // Letters that people type one for another.
  const letters = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", œ: "oe", æ: "ae", ß: "ss" };
  const fold = (text) =>
    text.toLocaleLowerCase(language).normalize("NFD").replace(/\p{M}/gu, "")
      .replace(/[әғқңөұүһіœæß]/g, (letter) => letters[letter]).trim();

  // A band is compared by its place, a figure by its exact value, perhaps a fraction, or as words.
  function key(cell) {
    const placed = cell && cell.querySelector("[data-sort]");
    if (placed) return { number: Number(placed.dataset.sort) };
    const figure = cell && cell.querySelector("data[value]");
    if (!figure) return { text: cell ? cell.textContent.trim() : "" };
    const [above, below] = figure.value.split("/");
    const number = Number(above) / (below === undefined ? 1 : Number(below));
    return Number.isNaN(number) ? { text: figure.textContent } : { number };
  }

  function compared(a, b, sign) {
    if ("number" in a && "number" in b) return sign * (a.number - b.number);
    if ("number" in a || "number" in b) return "number" in a ? -1 : 1;
    if (!a.text || !b.text) return a.text ? -1 : b.text ? 1 : 0;
    return sign * order.compare(a.text, b.text);
  }

  function sort(table, head, title) {
    const index = [...head.parentElement.cells].slice(0, head.cellIndex)
      .reduce((sum, cell) => sum + cell.colSpan, 0);
    const now = head.getAttribute("aria-sort");
    for (const body of table.tBodies) {
      const rows = [...body.rows].map((row) => ({ row, key: key(row.cells[index]) }));
      // The first click changes something: what stands in the usual order is turned round.
      let up = now ? now === "descending" : !rows.some((item) => "number" in item.key);
      const sorted = (a, b) => compared(a.key, b.key, up ? 1 : -1);
      if (!now && rows.every((item, place) => !place || sorted(rows[place - 1], item) <= 0)) up = !up;
      body.append(...rows.sort(sorted).map((item) => item.row));
      for (const other of all("[aria-sort]", table)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      say(fill(document.body.dataset[up ? "sortedUp" : "sortedDown"], { column: title }));
    }
  }

  for (const table of all("table.sortable")) {
    for (const head of all("thead tr:last-child > th:not([data-fixed])", table)) {
      const title = head.textContent.trim();
      if (!title) continue;
      const button = make("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => sort(table, head, title));
      head.append(button);
    }
  }

  function search(place, label, changed) {
    const input = make("input", { type: "search", autocomplete: "off" });
    place.append(make("label", {}, label, " ", input));
    const output = make("output", {});
    place.append(output);
    input.addEventListener("input", () => { output.textContent = changed(fold(input.value)); });
    return input;
  }

  for (const place of all(".filter[data-for]")) {
    const target = document.getElementById(place.dataset.for);
    if (!target) continue;
    const items = all(target.tagName === "TABLE" ? ":scope > tbody > tr" : ":scope > li", target)
      .map((item) => ({ item, text: fold((item.querySelector("th") || item).textContent) }));
    search(place, place.dataset.label, (wanted) => {
      let shown = 0;
      for (const { item, text } of items) {
        item.hidden = !text.includes(wanted);
        if (!item.hidden) shown += 1;
      }
      return fill(place.dataset.shown, { shown: count(shown), all: count(items.length) });
    });
  }

  // The figures of other bodies are loaded when somebody asks.

  const others = all(".compare[data-source]");
  const waiting = [];
  window.apparatusCompare = (data) => waiting.splice(0).forEach((ready) => ready(data));

  function cell(content) {
    return make("td", { class: "num" },
      typeof content === "string" ? content : make("data", { value: content[0] }, content[1]));
  }

  // One figure less the other, with the digits shown; nothing where one is no number.
  function difference(ours, theirs) {
    const less = ours[0] - theirs[0];
    if ([ours, theirs].some((figure) => typeof figure === "string") || Number.isNaN(less)) return "";
    const digits = (ours[1].split((1.5).toLocaleString(language)[1])[1] || "").length;
    return less.toLocaleString(language, {
      minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero",
    });
  }

  function comparison(place, data, ours, theirs) {
    const words = place.dataset;
    const head = [words.heading, ours[1], theirs[1], words.difference].map((title, column) =>
      make("th", column ? { scope: "col", class: "num" } : { scope: "col" }, title));
    const rows = data.nodes.map(([, title], index) =>
      make("tr", {}, make("th", { scope: "row" }, title), cell(ours[2][index]), cell(theirs[2][index]),
        cell(difference(ours[2][index], theirs[2][index]))));
    const caption = fill(words.caption, { this: ours[1], other: theirs[1] });
    const table = make("table", {}, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
    say(caption);
    return make("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": caption }, table);
  }

  function offer(place, data, input, list, result) {
    const ours = data.bodies.find(([id]) => id === place.dataset.body);
    const rest = data.bodies.filter((body) => body !== ours)
      .map((body) => ({ body, text: fold(`${body[1]} ${body[0]}`) }));
    const find = () => {
      const wanted = fold(input.value);
      const found = rest.filter(({ text }) => text.includes(wanted));
      const shown = found.slice(0, 50);
      list.replaceChildren(...shown.map(({ body: [id, name] }) => make("option", { value: id }, name)));
      list.hidden = !shown.length;
      const counts = { shown: count(shown.length), all: count(found.length) };
      return shown.length ? fill(place.dataset.shown, counts) : place.dataset.none;
    };
    const output = place.querySelector("output");
    const tell = () => { output.textContent = find(); };
    tell();
    input.addEventListener("input", tell);
    // Enter takes the only one that has such a name.
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (list.options.length !== 1) return;
      list.selectedIndex = 0;
      list.dispatchEvent(new Event("change"));
    });
    list.addEventListener("change", () => {
      const theirs = data.bodies.find(([id]) => id === list.value);
      if (theirs) result.replaceChildren(comparison(place, data, ours, theirs));
    });
  }

  for (const place of others) {
    const input = search(place, place.dataset.label, () => "");
    const list = make("select", { size: "6", "aria-label": place.dataset.label, hidden: "" });
    const result = make("div", {});
    place.append(list, result);
    input.addEventListener("focus", () => {
      // Its room is taken at once, so that nothing moves later.
      list.hidden = false;
      place.querySelector("output").textContent = place.dataset.loading;
      waiting.push((data) => offer(place, data, input, list, result));
      document.head.append(make("script", { src: place.dataset.source }));
    }, { once: true });
  }

  // The language chosen last; a browser may forbid to remember it.

  const memory = (work) => { try { return work(localStorage); } catch { return null; } };
  for (const link of all(".languages a[hreflang]")) {
    link.addEventListener("click", () => memory((store) => store.setItem("apparatus-language", link.hreflang)));
    // The same place on the page in the other language.
    for (const event of ["mousedown", "focus"]) link.addEventListener(event, () => { link.hash = location.hash; });
  }
  if (document.querySelector("[data-front]") && !location.hash) {
    const last = memory((store) => store.getItem("apparatus-language"));
    const link = all("[data-front] a[hreflang]").find((item) => item.hreflang === last);
    if (link) location.replace(link.href);
  }

  // What a fragment points into is opened, and everything for print.

  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let closed = false;
    for (let item = target.querySelector(":scope > details") || target; item; item = item.parentElement) {
      if (item.tagName === "DETAILS" && !item.open) item.open = closed = true;
    }
    if (closed) target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const item of opened) item.open = true;
  });
  addEventListener("afterprint", () => { for (const item of opened) item.open = false; });
})();
