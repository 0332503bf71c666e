// Comforts of the report: sorting, filtering, the remembered language, comparing, opening what is
// linked to. Every page is whole without it. All words come from the page; see data-… attributes.
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

  // One polite voice for what changes without a new page.
  const voice = make("div", { class: "visually-hidden", role: "status" });
  document.body.append(voice);
  const say = (text) => { voice.textContent = text; };

  // Letters that people type one for another: accents, ё/е, and the Kazakh letters.
  const letters = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", œ: "oe", æ: "ae", ß: "ss" };
  const fold = (text) =>
    text.toLocaleLowerCase(language).normalize("NFD").replace(/\p{M}/gu, "")
      .replace(/[әғқңөұүһіœæß]/g, (letter) => letters[letter]).trim();

  // Sorting

  // What has a place of its own, as a band, is compared by that, a figure by its exact value, which
  // may be a fraction, words by the language.
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
      const usual = rows.some((item) => "number" in item.key) ? "descending" : "ascending";
      // The first click changes something: what stands in that order already is turned round.
      const stands = rows.every((item, place) =>
        place === 0 || compared(rows[place - 1].key, item.key, usual === "ascending" ? 1 : -1) <= 0);
      const other = usual === "ascending" ? "descending" : "ascending";
      const first = stands ? other : usual;
      const next = !now ? first : now === "ascending" ? "descending" : "ascending";
      const sign = next === "ascending" ? 1 : -1;
      rows.sort((a, b) => compared(a.key, b.key, sign));
      body.append(...rows.map((item) => item.row));
      for (const sorted of all("[aria-sort]", table)) sorted.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", next);
      const text = next === "ascending" ? "sortedUp" : "sortedDown";
      say(fill(document.body.dataset[text], { column: title }));
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

  // Filtering

  function search(place, label, changed) {
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
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

  // Comparing with any other body: its figures are loaded when somebody asks.

  const others = all(".compare[data-source]");
  let waiting = [];
  window.apparatusCompare = (data) => {
    for (const ready of waiting) ready(data);
    waiting = [];
  };

  function cell(content) {
    if (typeof content === "string") return make("td", { class: "num" }, content);
    return make("td", { class: "num" }, make("data", { value: content[0] }, content[1]));
  }

  // One shown figure less the other, with as many digits; nothing where one is no number.
  function difference(ours, theirs) {
    if (typeof ours === "string" || typeof theirs === "string") return "";
    const plain = (text) => text.replace(/[\s\u00A0\u202F]/g, "").replace(",", ".").replace("\u2212", "-");
    const [one, other] = [plain(ours[1]), plain(theirs[1])];
    if (!/^-?\d+(\.\d+)?$/.test(one) || !/^-?\d+(\.\d+)?$/.test(other)) return "";
    const digits = Math.max(...[one, other].map((text) => (text.split(".")[1] || "").length));
    const text = Math.abs(Number(one) - Number(other)).toFixed(digits);
    const sign = Number(text) === 0 ? "" : Number(one) > Number(other) ? "+" : "\u2212";
    return sign + (ours[1].includes(",") || theirs[1].includes(",") ? text.replace(".", ",") : text);
  }

  function comparison(place, data, ours, theirs) {
    const words = place.dataset;
    const heads = [words.heading, ours[1], theirs[1], words.difference];
    const head = heads.map((title, column) =>
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
    if (!ours) return;
    const rest = data.bodies.filter((body) => body !== ours)
      .map((body) => ({ body, text: fold(`${body[1]} ${body[0]}`) }));
    const find = () => {
      const wanted = fold(input.value);
      const found = rest.filter(({ text }) => text.includes(wanted));
      list.replaceChildren(...found.slice(0, 50).map(({ body: [id, name] }) => make("option", { value: id }, name)));
      list.hidden = found.length === 0;
      return found.length ? fill(place.dataset.shown, { shown: count(Math.min(50, found.length)), all: count(found.length) }) : place.dataset.none;
    };
    const output = place.querySelector("output");
    output.textContent = find();
    input.addEventListener("input", () => { output.textContent = find(); });
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
      place.querySelector("output").textContent = place.dataset.loading || "";
      waiting.push((data) => offer(place, data, input, list, result));
      const script = make("script", { src: place.dataset.source });
      document.head.append(script);
    }, { once: true });
  }

  // The language that the reader chose last; a browser may forbid to remember it.

  const memory = (work) => { try { return work(window.localStorage); } catch { return null; } };
  for (const link of all(".languages a[hreflang]")) {
    link.addEventListener("click", () => memory((store) => store.setItem("apparatus-language", link.hreflang)));
    // The same place on the page in the other language.
    link.addEventListener("mousedown", () => { link.hash = location.hash; });
    link.addEventListener("focus", () => { link.hash = location.hash; });
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
    for (let item = target; item; item = item.parentElement) {
      if (item.tagName === "DETAILS" && !item.open) item.open = closed = true;
    }
    const own = target.querySelector(":scope > details");
    if (own && !own.open) own.open = closed = true;
    if (closed) target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const item of opened) item.open = true;
  });
  window.addEventListener("afterprint", () => { for (const item of opened) item.open = false; });
})();
