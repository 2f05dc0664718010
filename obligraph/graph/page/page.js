"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const filters = ["force", "rating", "theme", "instrument"].map(byId).filter(Boolean);
  const search = byId("search");
  const details = byId("details");
  const MOST_LISTED = 40;
  const SAID = {
    presupposes: ["Presupposes", "Is presupposed by"],
    needs: ["Needs", "Is needed by"],
    safeguards: ["Must respect", "Is a safeguard of"],
    elaborates: ["Elaborates", "Is elaborated by"],
    restates: ["Restates", "Is restated by"],
    supersedes: ["Supersedes", "Is superseded by"],
    cites: ["Cites", "Is cited by"],
    supports: ["Supports", "Is supported by"],
    contradicts: ["Contradicts", "Is contradicted by"],
  };
  let view = 0;
  let opened = "";
  let before = [];

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  };

  // ---- the picture in view, its zoom and its boxes

  const figure = () => byId(`view-${view}`);
  const svg = () => figure().querySelector(".canvas > svg");
  const boxes = () => [...figure().querySelectorAll(".node")];
  const homes = new Map();

  const box = (picture) => {
    const own = picture.viewBox.baseVal;
    if (!homes.has(picture)) homes.set(picture, [own.x, own.y, own.width, own.height]);
    return own;
  };

  const zoom = (factor, x, y) => {
    const own = box(svg());
    const home = homes.get(svg());
    const width = Math.min(Math.max(own.width * factor, home[2] / 20), Math.max(home[2] * 2, svg().getBoundingClientRect().width * 2));
    const share = width / own.width;
    const at = { x: x ?? own.x + own.width / 2, y: y ?? own.y + own.height / 2 };
    own.x = at.x - (at.x - own.x) * share;
    own.y = at.y - (at.y - own.y) * share;
    own.width *= share;
    own.height *= share;
  };

  const LEAST_SCALE = 0.5;
  const MOST_SCALE = 1.4;
  const READABLE = 0.9;

  const begin = () => {
    const own = box(svg());
    const home = homes.get(svg());
    const outer = svg().getBoundingClientRect();
    const shown = Math.min(outer.width / home[2], outer.height / home[3]);
    fit();
    if (!outer.width || shown >= LEAST_SCALE) return;
    own.width = outer.width / LEAST_SCALE;
    own.height = outer.height / LEAST_SCALE;
    own.x = home[2] > own.width ? home[0] : home[0] + (home[2] - own.width) / 2;
    own.y = home[1];
  };

  const readable = () => {
    const own = box(svg());
    const outer = svg().getBoundingClientRect();
    const shown = Math.min(outer.width / own.width, outer.height / own.height);
    if (outer.width && shown < READABLE) zoom(shown / READABLE);
  };

  const showWhole = () => {
    const own = box(svg());
    [own.x, own.y, own.width, own.height] = homes.get(svg());
  };

  const fit = () => {
    showWhole();
    const own = box(svg());
    const outer = svg().getBoundingClientRect();
    const shown = Math.min(outer.width / own.width, outer.height / own.height);
    if (outer.width && shown > MOST_SCALE) zoom(shown / MOST_SCALE);
  };

  const move = (dx, dy) => {
    const own = box(svg());
    own.x += dx * own.width;
    own.y += dy * own.height;
  };

  const centre = (target) => {
    const own = box(svg());
    const at = target.getBBox();
    const shift = target.parentNode.transform.baseVal.consolidate();
    const [right, down] = shift ? [shift.matrix.e, shift.matrix.f] : [0, 0];
    own.x = at.x + right + at.width / 2 - own.width / 2;
    own.y = at.y + down + at.height / 2 - own.height / 2;
  };

  const inSight = (target) => {
    const inner = target.getBoundingClientRect();
    const outer = svg().getBoundingClientRect();
    return inner.left >= outer.left && inner.right <= outer.right
      && inner.top >= outer.top && inner.bottom <= outer.bottom;
  };

  const makeReachable = (target) => {
    boxes().forEach((one) => one.setAttribute("tabindex", one === target ? "0" : "-1"));
  };

  const show = (number) => {
    view = number;
    document.querySelectorAll("figure").forEach((one) => { one.hidden = one.dataset.view !== String(number); });
    byId("view").value = String(number);
    if (!homes.has(svg())) begin();
    const marked = boxes().find((one) => one.dataset.id === opened);
    boxes().forEach((one) => one.classList.toggle("open", one === marked));
    makeReachable(marked || boxes()[0]);
    filter();
  };

  // ---- what search and filters let through

  const lets = (node, words) => {
    const [force, rating, theme, instrument] = ["force", "rating", "theme", "instrument"].map((name) => byId(name)?.value || "");
    const text = `${node.id} ${node.title} ${node.facts.map((fact) => fact[1]).join(" ")}`.toLowerCase();
    return (!force || node.force === force) && (!rating || node.rating === rating)
      && (!theme || node.themes.includes(theme)) && (!instrument || node.instrument === instrument || node.id === instrument)
      && words.every((word) => text.includes(word));
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const asked = words.length > 0 || filters.some((one) => one.value);
    const found = data.nodes.filter((node) => lets(node, words));
    const kept = new Set(found.map((node) => node.id));
    const dimmed = (id) => asked && !kept.has(id);
    boxes().forEach((one) => one.classList.toggle("dim", dimmed(one.dataset.id)));
    figure().querySelectorAll(".edge").forEach((one) => {
      one.classList.toggle("dim", dimmed(one.dataset.tail) || dimmed(one.dataset.head));
    });
    const here = new Set(data.views[view]);
    const inView = found.filter((node) => here.has(node.id)).length;
    byId("status").textContent = asked
      ? `${found.length} found, ${inView} of them in this picture.`
      : `In this picture: ${here.size}.`;
    list(asked ? found : worstFirst(data.nodes.filter((node) => here.has(node.id))));
  };

  const place = (node) => (node.gap ? 0 : 2) + (node.rating === "not_met" ? 0 : 1);
  const worstFirst = (found) => [...found].sort((one, other) => place(one) - place(other));

  const list = (found) => {
    const results = byId("results");
    results.replaceChildren();
    found.slice(0, MOST_LISTED).forEach((node) => {
      const item = element("li", "", results);
      link(node.id, item);
      const rating = node.facts.find(([name]) => name === "Rating" || name === "In place");
      if (rating) element("span", rating[1], item).className = "why";
    });
    if (found.length > MOST_LISTED) {
      element("li", `and ${found.length - MOST_LISTED} more; search for another word to see them`, results);
    }
  };

  // ---- one node in words

  const link = (id, parent) => {
    const node = nodes.get(id);
    const button = element("button", node.title === id ? id : `${node.title} (${id.replace(/^(evidence|cited):/, "")})`, parent);
    button.type = "button";
    button.addEventListener("click", () => open(id, true));
  };

  const links = (title, rows) => {
    if (!rows.length) return;
    element("h3", title, details);
    const held = element("ul", "", details);
    rows.forEach(([id, why]) => {
      const item = element("li", "", held);
      link(id, item);
      if (why) element("span", why, item).className = "why";
    });
  };

  const describe = (id) => {
    const node = nodes.get(id);
    details.replaceChildren();
    element("h2", node.title, details);
    element("p", `${node.kind}, ${id.replace(/^(evidence|cited):/, "")}`, details);
    const facts = element("dl", "", details);
    node.facts.forEach(([name, text]) => {
      element("dt", name, facts);
      element("dd", text, facts);
    });
    Object.entries(SAID).forEach(([type, [out, into]]) => {
      links(out, data.edges.filter((edge) => edge[1] === type && edge[0] === id).map((edge) => [edge[2], edge[3]]));
      links(into, data.edges.filter((edge) => edge[1] === type && edge[2] === id).map((edge) => [edge[0], edge[3]]));
    });
    if (node.kind === "obligation" || node.kind === "principle") links("Evidence", evidence(id));
  };

  const evidence = (id) => {
    const asked = data.edges.filter((edge) => edge[0] === id && (edge[1] === "needs" || edge[1] === "safeguards"));
    return asked.flatMap(([, , measure]) => data.edges
      .filter((edge) => edge[2] === measure && (edge[1] === "supports" || edge[1] === "contradicts"))
      .map((edge) => [edge[0], `${edge[1]} “${nodes.get(measure).title}”${edge[3] ? `: ${edge[3]}` : ""}`]));
  };

  const open = (id, moves) => {
    if (!nodes.has(id)) return;
    opened = id;
    const here = data.views[view].includes(id);
    const elsewhere = data.views.findIndex((held) => held.includes(id));
    if (!here && elsewhere >= 0) show(elsewhere);
    describe(id);
    const target = boxes().find((one) => one.dataset.id === id);
    boxes().forEach((one) => one.classList.toggle("open", one === target));
    if (target) {
      makeReachable(target);
      if (moves) readable();
      if (moves && !inSight(target)) centre(target);
    }
    details.classList.remove("empty");
    details.focus({ preventScroll: true });
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  };

  const follow = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    if (id && id !== opened) open(id, true);
  };

  // ---- the keys and the pointer

  const nearest = (from, dx, dy) => {
    const own = from.getBoundingClientRect();
    const middle = (at) => [at.left + at.width / 2, at.top + at.height / 2];
    const [x, y] = middle(own);
    let best = null;
    let least = Infinity;
    boxes().forEach((one) => {
      if (one === from) return;
      const [a, b] = middle(one.getBoundingClientRect());
      const ahead = (a - x) * dx + (b - y) * dy;
      const aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
      if (ahead > 1 && ahead + 2 * aside < least) {
        least = ahead + 2 * aside;
        best = one;
      }
    });
    return best;
  };

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const onKey = (event) => {
    const target = event.target.closest(".node");
    const way = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way && event.shiftKey) {
      move(way[0] * 0.15, way[1] * 0.15);
    } else if (way && target) {
      const next = nearest(target, ...way);
      if (next) {
        makeReachable(next);
        next.focus({ preventScroll: true });
        if (!inSight(next)) centre(next);
      }
    } else if ((event.key === "Enter" || event.key === " ") && target) {
      open(target.dataset.id, false);
    } else if (event.key === "+" || event.key === "=") {
      zoom(0.8);
    } else if (event.key === "-") {
      zoom(1.25);
    } else if (event.key === "0") {
      fit();
    } else {
      return;
    }
    event.preventDefault();
  };

  const spot = (event) => {
    const matrix = svg().getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  };

  document.querySelectorAll(".canvas").forEach((canvas) => {
    let start = null;
    let dragged = false;
    canvas.addEventListener("keydown", onKey);
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      const at = spot(event);
      zoom(event.deltaY > 0 ? 1.12 : 0.89, at.x, at.y);
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => { start = spot(event); dragged = false; });
    canvas.addEventListener("pointermove", (event) => {
      if (!start || !event.buttons) return;
      const at = spot(event);
      const own = box(svg());
      if (Math.hypot(at.x - start.x, at.y - start.y) > own.width / 200) dragged = true;
      if (!dragged) return;
      own.x -= at.x - start.x;
      own.y -= at.y - start.y;
    });
    window.addEventListener("pointerup", () => { start = null; });
    canvas.addEventListener("click", (event) => {
      const target = event.target.closest(".node");
      if (target && !dragged) open(target.dataset.id, false);
    });
  });

  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const target = boxes().find((one) => one.dataset.id === opened);
    if (target) target.focus({ preventScroll: true });
  });
  byId("zoom-in").addEventListener("click", () => zoom(0.8));
  byId("zoom-out").addEventListener("click", () => zoom(1.25));
  byId("fit").addEventListener("click", fit);
  byId("view").addEventListener("change", (event) => show(Number(event.target.value)));
  search.addEventListener("input", filter);
  filters.forEach((one) => one.addEventListener("change", filter));
  byId("clear").addEventListener("click", () => {
    search.value = "";
    filters.forEach((one) => { one.value = ""; });
    filter();
    search.focus();
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => {
    const own = box(svg());
    before = [own.x, own.y, own.width, own.height];
    showWhole();
  });
  window.addEventListener("afterprint", () => {
    const own = box(svg());
    [own.x, own.y, own.width, own.height] = before;
  });

  show(0);
  follow();
})();
